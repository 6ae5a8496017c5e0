import type { Template } from '../notifications/index.ts'

export interface HandedOverFacts {
  question: string
  from: string
  link: string
}

/** To the colleague who now runs a challenge. */
export const handedOverLetter: Template<HandedOverFacts> = {
  en: (f) => ({
    subject: `Now yours: ${f.question || 'a challenge'}`,
    paragraphs: [
      `${f.from} has handed this challenge over to you: “${f.question}”`,
      'Your name stands on its public page from now on. You read the answers after the closing time, choose, and tell everyone why.',
      `Everything about it is here:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: `Nu van jou: ${f.question || 'een vraagstuk'}`,
    paragraphs: [
      `${f.from} heeft dit vraagstuk aan jou overgedragen: “${f.question}”`,
      'Vanaf nu staat jouw naam op de openbare pagina. Na de sluitingstijd lees jij de antwoorden, kies je en vertel je iedereen waarom.',
      `Alles erover staat hier:\n${f.link}`,
    ],
  }),
}
