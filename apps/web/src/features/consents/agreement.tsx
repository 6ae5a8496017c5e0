import type { Wording } from '@howcanwe/shared/consents'

/** The sentences somebody agrees to, each once, with a name where one is known. */
export function Agreement({
  wordings,
  name = '',
}: {
  wordings: readonly Wording[]
  name?: string
}) {
  const sentences = wordings.flatMap((wording) =>
    wording.sentences.map((s) => s.replaceAll('{name}', () => name || wording.someone)),
  )
  return (
    <ul className="govuk-list govuk-list--bullet">
      {[...new Set(sentences)].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
