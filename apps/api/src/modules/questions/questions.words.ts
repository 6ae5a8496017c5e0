import type { Template } from '../notifications/index.ts'

export interface AnsweredFacts {
  /** The challenge. */
  question: string
  /** As asked; null where they named somebody. */
  words: string | null
  reply: string
  link: string
  contact: string
}

const asked = {
  en: (words: string | null) =>
    words === null
      ? 'The words of the question are not shown, because they named somebody.'
      : words,
  nl: (words: string | null) =>
    words === null ? 'De vraag zelf laten we niet zien, omdat er een naam in stond.' : words,
}
const why = {
  en: 'Everybody who follows this challenge or has said they are interested gets this email. Nobody knows who asked, and we do not either.',
  nl: 'Iedereen die dit vraagstuk volgt of interesse heeft getoond, krijgt deze mail. Niemand weet wie de vraag stelde, wij ook niet.',
}

/** An answer, to everybody in one go (FR-11). */
export const answeredLetter: Template<AnsweredFacts> = {
  en: (f) => ({
    subject: `An answer about: ${f.question}`,
    paragraphs: [
      `Somebody asked about “${f.question}”`,
      `The question: ${asked.en(f.words)}`,
      `The answer: ${f.reply}`,
      `All questions and answers are on the page:\n${f.link}`,
      why.en,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Een antwoord over: ${f.question}`,
    paragraphs: [
      `Iemand had een vraag over “${f.question}”`,
      `De vraag: ${asked.nl(f.words)}`,
      `Het antwoord: ${f.reply}`,
      `Alle vragen en antwoorden staan op de pagina:\n${f.link}`,
      why.nl,
      f.contact,
    ],
  }),
}

/** A question that gets no answer, with the reason. */
export const declinedLetter: Template<AnsweredFacts> = {
  en: (f) => ({
    subject: `A question about: ${f.question}`,
    paragraphs: [
      `Somebody asked about “${f.question}” It is not answered, and this is why.`,
      `The question: ${asked.en(f.words)}`,
      `Why there is no answer: ${f.reply}`,
      `All questions and answers are on the page:\n${f.link}`,
      why.en,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Een vraag over: ${f.question}`,
    paragraphs: [
      `Iemand had een vraag over “${f.question}” Er komt geen antwoord, en dit is waarom.`,
      `De vraag: ${asked.nl(f.words)}`,
      `Waarom er geen antwoord komt: ${f.reply}`,
      `Alle vragen en antwoorden staan op de pagina:\n${f.link}`,
      why.nl,
      f.contact,
    ],
  }),
}

export interface WaitingFacts {
  question: string
  /** How many this email is about. */
  count: number
  /** The day the first of them is due, in words. */
  answerBy: string
  /** Who asks the challenge: person and public body. */
  asker: string
  link: string
  contact: string
}

const many = (count: number) => ({
  en: count === 1 ? 'A question waits' : `${count} questions wait`,
  nl: count === 1 ? 'Er wacht een vraag' : `Er wachten ${count} vragen`,
})

/** To whoever asks the challenge, on the next working morning. It holds no word of the question. */
export const newLetter: Template<WaitingFacts> = {
  en: (f) => ({
    subject: `${many(f.count).en}: ${f.question}`,
    paragraphs: [
      `${many(f.count).en} for your answer about “${f.question}”`,
      `Everybody can read the answer at the same time. It is promised by ${f.answerBy}.`,
      `Answer here:\n${f.link}`,
      'Nobody knows who asked, and it makes no difference to anybody’s chances.',
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `${many(f.count).nl}: ${f.question}`,
    paragraphs: [
      `${many(f.count).nl} op jouw antwoord over “${f.question}”`,
      `Iedereen kan het antwoord tegelijk lezen. Het is beloofd uiterlijk ${f.answerBy}.`,
      `Antwoord hier:\n${f.link}`,
      'Niemand weet wie de vraag stelde, en voor de kansen maakt het niets uit.',
      f.contact,
    ],
  }),
}

/** On the morning of the day an answer is due. */
export const dueLetter: Template<WaitingFacts> = {
  en: (f) => ({
    subject: `Due today: ${f.question}`,
    paragraphs: [
      `${many(f.count).en} for your answer about “${f.question}”, promised for today.`,
      `Answer here, or say in public why you cannot:\n${f.link}`,
      'Tomorrow the page says that it is late, and your broker is told.',
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Vandaag beloofd: ${f.question}`,
    paragraphs: [
      `${many(f.count).nl} op jouw antwoord over “${f.question}”, beloofd voor vandaag.`,
      `Antwoord hier, of zeg in het openbaar waarom het niet kan:\n${f.link}`,
      'Morgen staat op de pagina dat het te laat is, en hoort je verbinder het.',
      f.contact,
    ],
  }),
}

/** To the brokers, when an answer is late. */
export const lateLetter: Template<WaitingFacts> = {
  en: (f) => ({
    subject: `Late: ${f.question}`,
    paragraphs: [
      `${many(f.count).en} longer than promised for an answer about “${f.question}”. It was due by ${f.answerBy}.`,
      `${f.asker} has been reminded. A call may help. You can answer too:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: `Te laat: ${f.question}`,
    paragraphs: [
      `${many(f.count).nl} langer dan beloofd op een antwoord over “${f.question}”. Het was beloofd uiterlijk ${f.answerBy}.`,
      `${f.asker} heeft een herinnering gehad. Een telefoontje kan helpen. Je kunt ook zelf antwoorden:\n${f.link}`,
    ],
  }),
}
