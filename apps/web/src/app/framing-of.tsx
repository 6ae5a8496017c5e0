import type { Composer } from '../features/challenges/composer/use-composer.ts'
import { openingOf, restOf } from '../features/challenges/question.ts'
import { FramingNotes } from '../features/framing/framing-notes.tsx'

/** What might close a question, beside the box it stands in; a wording that is taken goes straight into the box. */
export function FramingOf({
  field,
  composer,
}: {
  field: 'question' | 'summary'
  composer: Composer
}) {
  const use = (wording: string) =>
    composer.set(
      field === 'summary'
        ? { summary: wording }
        : { opening: openingOf(wording), rest: restOf(wording) },
    )
  return (
    <FramingNotes
      findings={composer.latest.checks.framing}
      only={`#/body/${field}`}
      onUse={(_, wording) => use(wording)}
    />
  )
}
