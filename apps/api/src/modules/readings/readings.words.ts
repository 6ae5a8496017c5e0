import type { Template } from '../notifications/index.ts'

export interface NewCommentFacts {
  question: string
  /** The day by which the answer is promised, in words. */
  answerBy: string
  link: string
  contact: string
}

/** To whoever asks, when a reader waits and none waited before. */
export const newCommentLetter: Template<NewCommentFacts> = {
  en: (f) => ({
    subject: `Somebody read it: ${f.question}`,
    paragraphs: [
      `Somebody has read “${f.question}” before it opens, and said what they think.`,
      `Your answer is promised by ${f.answerBy}. A sentence is enough, and everybody can read it.`,
      `Read and answer here:\n${f.link}`,
      'It cannot open before everybody has an answer. While one waits we send no more of these emails.',
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Iemand heeft het gelezen: ${f.question}`,
    paragraphs: [
      `Iemand heeft “${f.question}” gelezen voordat het opengaat, en er iets over gezegd.`,
      `Je antwoord is beloofd uiterlijk ${f.answerBy}. Een zin is genoeg, en iedereen kan het lezen.`,
      `Lees en antwoord hier:\n${f.link}`,
      'Het kan pas open als iedereen een antwoord heeft. Zolang er een opmerking wacht, sturen we hierover geen nieuwe mail.',
      f.contact,
    ],
  }),
}

export interface DueCommentFacts {
  question: string
  count: number
  link: string
  contact: string
}

const readers = (count: number) => ({
  en: count === 1 ? 'A reader waits' : `${count} readers’ comments wait`,
  nl: count === 1 ? 'Een lezer wacht' : `${count} opmerkingen van lezers wachten`,
})

/** To whoever asks, on the morning of the day an answer is due; once. */
export const dueCommentLetter: Template<DueCommentFacts> = {
  en: (f) => ({
    subject: `Due today: ${f.question}`,
    paragraphs: [
      `${readers(f.count).en} for your answer about “${f.question}”, promised for today.`,
      `A sentence is enough:\n${f.link}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Vandaag beloofd: ${f.question}`,
    paragraphs: [
      `${readers(f.count).nl} op jouw antwoord over “${f.question}”, beloofd voor vandaag.`,
      `Een zin is genoeg:\n${f.link}`,
      f.contact,
    ],
  }),
}

export interface AnsweredCommentFacts {
  question: string
  /** The sentence it was about; null for the whole. */
  quote: string | null
  words: string
  answer: string
  /** Who answers: person and public body. */
  by: string
  link: string
}

/** To the reader, by name. */
export const answeredCommentLetter: Template<AnsweredCommentFacts> = {
  en: (f) => ({
    subject: `${f.by} answers you`,
    paragraphs: [
      `You read “${f.question}” before it opens. This is what became of what you said.`,
      ...(f.quote === null ? [] : [`The sentence: ${f.quote}`]),
      `You: ${f.words}`,
      `${f.by}: ${f.answer}`,
      `Everything readers said, and how the challenge reads now:\n${f.link}`,
      'Thank you. It is better for it.',
    ],
  }),
  nl: (f) => ({
    subject: `${f.by} geeft je antwoord`,
    paragraphs: [
      `Je las “${f.question}” voordat het opengaat. Dit is er met jouw opmerking gebeurd.`,
      ...(f.quote === null ? [] : [`De zin: ${f.quote}`]),
      `Jij: ${f.words}`,
      `${f.by}: ${f.answer}`,
      `Alles wat lezers zeiden, en hoe het vraagstuk nu is:\n${f.link}`,
      'Dank je wel. Het is er beter van geworden.',
    ],
  }),
}
