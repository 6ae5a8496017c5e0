import type { Template } from '../notifications/index.ts'
import type { AboutFacts } from './proposals.words.ts'

const hello = (name: string, language: 'en' | 'nl'): string[] =>
  name ? [`${language === 'en' ? 'Hello' : 'Hallo'} ${name},`] : []

type BackedFacts = AboutFacts & { answerBy: string; sponsor: string | null; people: number }
const whyBacked = {
  en: (f: BackedFacts) =>
    f.sponsor ? `${f.sponsor} sponsors it` : `${f.people} people stand behind it`,
  nl: (f: BackedFacts) =>
    f.sponsor ? `${f.sponsor} steunt hem met naam` : `${f.people} mensen staan erachter`,
}
export const backedLetter: Template<BackedFacts> = {
  en: (f) => ({
    subject: 'Your question has to be answered now',
    paragraphs: [
      ...hello(f.name, 'en'),
      `${whyBacked.en(f)}:\n${f.question}`,
      `A public body answers by name, in public, by ${f.answerBy}. If it is late, the page says so to everybody.`,
      `Yours alone:\n${f.link}`,
    ],
    text: `Your question has to be answered by ${f.answerBy}: ${f.link}`,
  }),
  nl: (f) => ({
    subject: 'Op je vraag moet nu antwoord komen',
    paragraphs: [
      ...hello(f.name, 'nl'),
      `${whyBacked.nl(f)}:\n${f.question}`,
      `Een overheid antwoordt met naam, in het openbaar, uiterlijk ${f.answerBy}. Komt het te laat, dan staat dat voor iedereen op de pagina.`,
      `Alleen voor jou:\n${f.link}`,
    ],
    text: `Op je vraag komt uiterlijk ${f.answerBy} antwoord: ${f.link}`,
  }),
}

export const toAnswerLetter: Template<BackedFacts> = {
  en: (f) => ({
    subject: `A question from residents waits for an answer by ${f.answerBy}`,
    paragraphs: [
      `${whyBacked.en(f)}:\n${f.question}`,
      `Take it over as a draft, or answer no or not now with reasons and a next step: by name, in public, by ${f.answerBy}. It takes about ten minutes.`,
      f.link,
    ],
  }),
  nl: (f) => ({
    subject: `Een vraag van bewoners wacht op antwoord, uiterlijk ${f.answerBy}`,
    paragraphs: [
      `${whyBacked.nl(f)}:\n${f.question}`,
      `Neem hem over als concept, of zeg nee of nu niet, met redenen en een vervolg: met naam, in het openbaar, uiterlijk ${f.answerBy}. Dat kost zo’n tien minuten.`,
      f.link,
    ],
  }),
}

type WaitingFacts = AboutFacts & { answerBy: string }
export const soonLetter: Template<WaitingFacts> = {
  en: (f) => ({
    subject: `By ${f.answerBy}: a question from residents waits for your answer`,
    paragraphs: [
      `Nobody has answered this question yet:\n${f.question}`,
      `From the end of ${f.answerBy} its page says that the answer is late.`,
      f.link,
    ],
  }),
  nl: (f) => ({
    subject: `Uiterlijk ${f.answerBy}: een vraag van bewoners wacht op je antwoord`,
    paragraphs: [
      `Nog niemand heeft deze vraag beantwoord:\n${f.question}`,
      `Vanaf het einde van ${f.answerBy} staat op de pagina dat het antwoord te laat is.`,
      f.link,
    ],
  }),
}
export const lateLetter: Template<WaitingFacts> = {
  en: (f) => ({
    subject: 'An answer to residents is late, and their page says so',
    paragraphs: [
      `The answer to this question was due by ${f.answerBy}:\n${f.question}`,
      `Its page says so to everybody. Ring whoever can answer, or answer now:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: 'Een antwoord aan bewoners is te laat, en dat staat op hun pagina',
    paragraphs: [
      `Uiterlijk ${f.answerBy} moest er antwoord zijn op deze vraag:\n${f.question}`,
      `Dat staat voor iedereen op de pagina. Bel wie kan antwoorden, of antwoord nu:\n${f.link}`,
    ],
  }),
}
export const unreadLetter: Template<WaitingFacts> = {
  en: (f) => ({
    subject: 'A question from a resident has not been read in time',
    paragraphs: [
      `Somebody was promised that it would be read by ${f.answerBy}. Until then nobody else sees it.`,
      f.link,
    ],
  }),
  nl: (f) => ({
    subject: 'Een vraag van een bewoner is niet op tijd gelezen',
    paragraphs: [
      `Beloofd was dat hij uiterlijk ${f.answerBy} gelezen zou zijn. Tot dan ziet niemand anders hem.`,
      f.link,
    ],
  }),
}
