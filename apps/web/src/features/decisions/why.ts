import type { Bloc } from '@howcanwe/shared/codesign'
import {
  blocsOf,
  type DecisionResult,
  type Kind,
  type PublicCount,
  quorumOf,
  sideOf,
} from '@howcanwe/shared/decisions'

/** One reason why something is not consented, in facts a sentence can be made of. */
export type Because =
  | { key: 'quorum'; bloc: Bloc; members: number; count: number }
  | { key: 'half'; bloc: Bloc }
  | { key: 'objections'; count: number }

/** Why it came out as it did, from nothing but what may be read; empty where it is consented. */
export function whyNot(
  kind: Kind,
  result: DecisionResult,
  counts: readonly PublicCount[],
  openObjections: number,
): Because[] {
  const asked = counts.filter(({ bloc }) => blocsOf(kind).includes(bloc))
  if (result === 'no-quorum')
    return asked
      .filter((count) => sideOf(count) === null)
      .map(({ bloc, members }) => ({
        key: 'quorum',
        bloc,
        members,
        count: Math.max(1, quorumOf(members)),
      }))
  const short = asked
    .filter((count) => sideOf(count) === false)
    .map(({ bloc }): Because => ({ key: 'half', bloc }))
  return openObjections > 0 && result !== 'consented'
    ? [...short, { key: 'objections', count: openObjections }]
    : short
}
