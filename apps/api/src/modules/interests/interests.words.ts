import type { Template } from '../notifications/index.ts'

export interface ReceiptFacts {
  organisation: string
  question: string
  /** Words over all answers. */
  words: number
  hoursPerMonth: number
  /** The instant it was received, by the database's clock, in words. */
  receivedAt: string
  closesAt: string
  /** When everybody hears; null where no day was named. */
  resultsBy: string | null
  /** Who answers: person and public body. */
  from: string
  link: string
  contact: string
  /** No more of these today. */
  last: boolean
}

const en = {
  kept: (f: ReceiptFacts) =>
    `What we have: five questions answered, ${f.words} words, ${f.hoursPerMonth} hours a month.`,
  received: (f: ReceiptFacts) => `Received ${f.receivedAt}.`,
  hear: (f: ReceiptFacts) =>
    f.resultsBy
      ? `You will hear by ${f.resultsBy}, from ${f.from}. Whatever the answer, it comes with a reason.`
      : `You will hear from ${f.from}. Whatever the answer, it comes with a reason.`,
  change: (f: ReceiptFacts) =>
    `You can change your answers or take them back until ${f.closesAt}. Only your own organisation can read them before then:\n${f.link}`,
  last: (f: ReceiptFacts) =>
    f.last
      ? [
          'This is the third email like this today, and the last: we do not fill your inbox. What you send is kept all the same.',
        ]
      : [],
}
const nl = {
  kept: (f: ReceiptFacts) =>
    `Dit hebben we: vijf vragen beantwoord, ${f.words} woorden, ${f.hoursPerMonth} uur per maand.`,
  received: (f: ReceiptFacts) => `Ontvangen op ${f.receivedAt}.`,
  hear: (f: ReceiptFacts) =>
    f.resultsBy
      ? `Uiterlijk ${f.resultsBy} hoor je van ${f.from}. Wat het antwoord ook is, er staat een reden bij.`
      : `Je hoort van ${f.from}. Wat het antwoord ook is, er staat een reden bij.`,
  change: (f: ReceiptFacts) =>
    `Je kunt je antwoorden veranderen of intrekken tot ${f.closesAt}. Tot dan kan alleen je eigen organisatie ze lezen:\n${f.link}`,
  last: (f: ReceiptFacts) =>
    f.last
      ? [
          'Dit is vandaag de derde mail hierover en ook de laatste: we maken je inbox niet vol. Wat je stuurt, bewaren we gewoon.',
        ]
      : [],
}

/** The receipt: what came in, when, when they hear and from whom, and until when it can be changed (J-01). */
export const receiptLetter: Template<ReceiptFacts> = {
  en: (f) => ({
    subject: `We have your answers: ${f.question}`,
    paragraphs: [
      `${f.organisation} has said it is interested in “${f.question}”`,
      `${en.received(f)} ${en.kept(f)}`,
      en.hear(f),
      en.change(f),
      ...en.last(f),
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `We hebben jullie antwoorden: ${f.question}`,
    paragraphs: [
      `${f.organisation} heeft laten weten interesse te hebben in “${f.question}”`,
      `${nl.received(f)} ${nl.kept(f)}`,
      nl.hear(f),
      nl.change(f),
      ...nl.last(f),
      f.contact,
    ],
  }),
}

export const changedLetter: Template<ReceiptFacts> = {
  en: (f) => ({
    subject: `We have your new answers: ${f.question}`,
    paragraphs: [
      `${f.organisation} has changed its answers to “${f.question}” These new ones count now; the earlier ones are gone.`,
      `${en.received(f)} ${en.kept(f)}`,
      en.hear(f),
      en.change(f),
      ...en.last(f),
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `We hebben jullie nieuwe antwoorden: ${f.question}`,
    paragraphs: [
      `${f.organisation} heeft de antwoorden op “${f.question}” veranderd. Deze nieuwe tellen nu; de vorige zijn weg.`,
      `${nl.received(f)} ${nl.kept(f)}`,
      nl.hear(f),
      nl.change(f),
      ...nl.last(f),
      f.contact,
    ],
  }),
}

export const withdrawnLetter: Template<ReceiptFacts> = {
  en: (f) => ({
    subject: `Taken back: ${f.question}`,
    paragraphs: [
      `${f.organisation} has taken back its answers to “${f.question}” Whoever asks has not read them, and cannot.`,
      `It changes nothing for the next time. If it was a mistake, you can send them again until ${f.closesAt}:\n${f.link}`,
      ...en.last(f),
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Ingetrokken: ${f.question}`,
    paragraphs: [
      `${f.organisation} heeft de reactie op “${f.question}” ingetrokken. Wie de vraag stelt, heeft jullie antwoorden niet gelezen en kan dat ook niet meer.`,
      `Voor een volgende keer maakt het niets uit. Was het een vergissing? Dan kun je ze opnieuw sturen tot ${f.closesAt}:\n${f.link}`,
      ...nl.last(f),
      f.contact,
    ],
  }),
}

export interface TakenBackFacts {
  organisation: string
  question: string
  reason: string
  link: string
  contact: string
}

/** The challenge itself was taken back: why, and that nobody has read or will read what was sent. */
export const takenBackLetter: Template<TakenBackFacts> = {
  en: (f) => ({
    subject: `Taken back: ${f.question}`,
    paragraphs: [
      `The challenge that ${f.organisation} answered has been taken back: “${f.question}”`,
      `The reason they gave: ${f.reason}`,
      'Your answers are closed now: nobody who asked can open them. You need do nothing, and it changes nothing for the next time.',
      `The page stays where it was:\n${f.link}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Ingetrokken: ${f.question}`,
    paragraphs: [
      `Het vraagstuk waarop ${f.organisation} heeft gereageerd, is ingetrokken: “${f.question}”`,
      `De reden die zij gaven: ${f.reason}`,
      'Jullie antwoorden zijn nu gesloten: wie de vraag stelde, kan ze niet openen. Je hoeft niets te doen, en voor een volgende keer maakt het niets uit.',
      `De pagina blijft bestaan:\n${f.link}`,
      f.contact,
    ],
  }),
}
