/** The words every question opens with, by language. Stored with the question, because they are part of it. */
const OPENINGS = { en: 'How can we', nl: 'Hoe kunnen we' } as const
type QuestionLanguage = keyof typeof OPENINGS

/** The language a question was asked in, told by its opening words; English for anything else. */
export const languageOf = (question: string): QuestionLanguage =>
  question.toLowerCase().startsWith(OPENINGS.nl.toLowerCase()) ? 'nl' : 'en'

export const openingOf = (question: string): string => OPENINGS[languageOf(question)]

/** The opening for somebody who writes in this language. */
export const openingIn = (language: string): string =>
  language === 'nl' ? OPENINGS.nl : OPENINGS.en

/** A question without its opening, for the box where the rest is written. */
export function restOf(question: string): string {
  const opening = Object.values(OPENINGS).find((one) =>
    question.toLowerCase().startsWith(one.toLowerCase()),
  )
  return opening ? question.slice(opening.length).trimStart() : question
}

/** Opening and rest as one question; empty while nothing is written. A pasted opening is not said twice. */
export function wholeQuestion(opening: string, rest: string): string {
  const said = restOf(rest.trimStart())
  return said === '' ? '' : `${opening} ${said}`
}

/** The question mark nobody should have to think of. */
export const withMark = (rest: string): string => {
  const said = rest.trimEnd()
  if (said === '' || said.endsWith('?')) return said
  return `${said.replace(/[.!]$/, '')}?`
}
