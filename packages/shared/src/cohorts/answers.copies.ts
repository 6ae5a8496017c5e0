/** From how many organisations on a sentence given to most of them is refused. */
const COPIES_MATTER_FROM = 4

/** Words as they are compared: case, spaces and marks do not make a sentence another one. */
export const alike = (sentence: string): string =>
  sentence
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim()

/**
 * How many answers share each sentence, by the sentence as compared. One said twice in one answer counts once.
 *
 * @param answers for each organisation, all that is written to it in its commissioner's own words
 */
export function sharedSentences(answers: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const sentences of answers)
    for (const one of new Set(sentences.map(alike).filter((s) => s !== '')))
      counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}

/**
 * Whether a sentence went to so many that it is nobody's own: more than half of four or more (FR-10).
 *
 * @param count organisations that were given it
 * @param notChosen organisations not chosen, all together
 */
export const isCopiedTooOften = (count: number, notChosen: number): boolean =>
  notChosen >= COPIES_MATTER_FROM && count > notChosen / 2
