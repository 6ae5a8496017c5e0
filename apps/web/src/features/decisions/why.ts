import type { Bloc } from '@howcanwe/shared/codesign'
import {
  answering,
  type BlocCount,
  blocsOf,
  type DecisionResult,
  hasQuorum,
  type Kind,
  lives,
  quorumOf,
} from '@howcanwe/shared/decisions'

/** One reason why something is not consented, in facts a sentence can be made of. */
export type Because =
  | { key: 'quorum'; bloc: Bloc; answering: number; members: number; needed: number }
  | { key: 'half'; bloc: Bloc }
  | { key: 'objections'; count: number }

/** Why it came out as it did, from the counts alone; empty where it is consented. */
export function whyNot(
  kind: Kind,
  result: DecisionResult,
  counts: readonly BlocCount[],
  openObjections: number,
): Because[] {
  const asked = counts.filter(({ bloc }) => blocsOf(kind).includes(bloc))
  if (result === 'no-quorum')
    return asked
      .filter((count) => !hasQuorum(count))
      .map((count) => ({
        key: 'quorum',
        bloc: count.bloc,
        answering: answering(count),
        members: count.members,
        needed: quorumOf(count.members),
      }))
  const short = asked
    .filter((count) => !lives(count))
    .map(({ bloc }): Because => ({ key: 'half', bloc }))
  return openObjections > 0 && result !== 'consented'
    ? [...short, { key: 'objections', count: openObjections }]
    : short
}
