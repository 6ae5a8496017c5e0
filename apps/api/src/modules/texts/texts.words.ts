import { spanOf } from '../codesign/index.ts'
import type { Template } from '../notifications/index.ts'

interface Member {
  group: string
  reference: string
  zone: string
  contact: string
}

interface Replied extends Member {
  session: { startsAt: Date; endsAt: Date; venue: string }
  answer: 'yes' | 'no' | 'maybe' | 'waiting'
  /** Place in the queue from 1. */
  turn: number | null
}

const SAID = {
  en: {
    yes: 'Written down: you come.',
    no: 'Written down: you do not come.',
    maybe: 'Written down: you may come.',
    waiting: 'The room is full. You wait in turn, number',
  },
  nl: {
    yes: 'Genoteerd: je komt.',
    no: 'Genoteerd: je komt niet.',
    maybe: 'Genoteerd: misschien kom je.',
    waiting: 'De zaal is vol. Je wacht op je beurt, nummer',
  },
} as const

const said = (language: 'en' | 'nl', { answer, turn }: Replied): string =>
  answer === 'waiting' ? `${SAID[language].waiting} ${turn ?? 1}.` : SAID[language][answer]

/** Back to whoever texted yes, no or maybe: which session it was taken for, so that a mistake shows. */
export const repliedLetter: Template<Replied> = {
  en: (f) => ({
    subject: said('en', f),
    paragraphs: [
      `${said('en', f)} ${f.group}: ${spanOf('en', f.zone, f.session)}, ${f.session.venue}.`,
    ],
    text: `${said('en', f)} ${f.group}: ${spanOf('en', f.zone, f.session)}, ${f.session.venue}. Wrong? Text YES, NO or MAYBE. Your reference: ${f.reference}`,
  }),
  nl: (f) => ({
    subject: said('nl', f),
    paragraphs: [
      `${said('nl', f)} ${f.group}: ${spanOf('nl', f.zone, f.session)}, ${f.session.venue}.`,
    ],
    text: `${said('nl', f)} ${f.group}: ${spanOf('nl', f.zone, f.session)}, ${f.session.venue}. Klopt het niet? Sms JA, NEE of MISSCHIEN. Je kenmerk: ${f.reference}`,
  }),
}

interface Kept extends Member {
  facilitator: string
  /** 'Thursday 26 November' */
  by: string
}

/** Back to somebody of the group whose words wait for a person. */
export const keptLetter: Template<Kept> = {
  en: (f) => ({
    subject: 'Your text has arrived',
    paragraphs: [`${f.facilitator} reads it and answers by ${f.by}.`],
    text: `Thank you. ${f.facilitator} of ${f.group} reads your text and answers by ${f.by}. Sooner? ${f.contact}. Your reference: ${f.reference}`,
  }),
  nl: (f) => ({
    subject: 'Je sms is aangekomen',
    paragraphs: [`${f.facilitator} leest het en antwoordt uiterlijk ${f.by}.`],
    text: `Dank je. ${f.facilitator} van ${f.group} leest je sms en antwoordt uiterlijk ${f.by}. Eerder? ${f.contact}. Je kenmerk: ${f.reference}`,
  }),
}

interface Stranger {
  group: string
  facilitator: string
  by: string
  join: string
}

/** Back to whoever sent the two words of a group: a person rings, or they join by themselves. */
export const ringYouLetter: Template<Stranger> = {
  en: (f) => ({
    subject: f.group,
    paragraphs: [`${f.facilitator} rings you by ${f.by}.`, f.join],
    text: `Thank you. ${f.facilitator} of ${f.group} rings you by ${f.by}. Rather join now, without an account? ${f.join} Rather not be rung? Text STOP`,
  }),
  nl: (f) => ({
    subject: f.group,
    paragraphs: [`${f.facilitator} belt je uiterlijk ${f.by}.`, f.join],
    text: `Dank je. ${f.facilitator} van ${f.group} belt je uiterlijk ${f.by}. Liever nu meedoen, zonder account? ${f.join} Liever niet gebeld worden? Sms STOP`,
  }),
}

/** Back to whoever sent the two words of a group that has no place left; nothing of it is kept. */
export const fullLetter: Template<{ group: string; others: string }> = {
  en: (f) => ({
    subject: f.group,
    paragraphs: [f.others],
    text: `Thank you. All places in ${f.group} are taken, so we did not keep your number. Other groups: ${f.others}`,
  }),
  nl: (f) => ({
    subject: f.group,
    paragraphs: [f.others],
    text: `Dank je. Alle plekken in ${f.group} zijn bezet, dus we bewaren je nummer niet. Andere groepen: ${f.others}`,
  }),
}

/** Back to a number nobody gave us, once a day. */
export const unknownLetter: Template<{ groups: string }> = {
  en: (f) => ({
    subject: 'We do not know this number',
    paragraphs: [f.groups],
    text: `We do not know this number, so nobody reads this text. Text the two words on the poster, or look here: ${f.groups}`,
  }),
  nl: (f) => ({
    subject: 'We kennen dit nummer niet',
    paragraphs: [f.groups],
    text: `We kennen dit nummer niet, dus niemand leest deze sms. Sms de twee woorden van de poster, of kijk hier: ${f.groups}`,
  }),
}

interface Waits {
  group: string
  /** Where the texts are read. */
  texts: string
  waiting: number
}

/** To whoever runs the group, when the first one comes in and on the last day. What it says stays behind the sign-in. */
export const textWaitsLetter: Template<Waits & { by: string }> = {
  en: (f) => ({
    subject: `A text has come in: ${f.group}`,
    paragraphs: [
      `${f.waiting === 1 ? 'A text waits' : `${f.waiting} texts wait`} for you in ${f.group}. We told them that you answer by ${f.by}.`,
      `Read and answer:\n${f.texts}`,
    ],
  }),
  nl: (f) => ({
    subject: `Er is een sms binnen: ${f.group}`,
    paragraphs: [
      `In de groep ${f.group} ${f.waiting === 1 ? 'wacht een sms' : `wachten ${f.waiting} sms’en`} op je. We zeiden dat je uiterlijk ${f.by} antwoordt.`,
      `Lezen en antwoorden:\n${f.texts}`,
    ],
  }),
}

/** To them and the brokers, once the promise is broken. */
export const textLateLetter: Template<Waits> = {
  en: (f) => ({
    subject: `Nobody has answered a text yet: ${f.group}`,
    paragraphs: [
      `${f.waiting === 1 ? 'A text' : `${f.waiting} texts`} to ${f.group} came in more than three working days ago and nobody has answered. We promised that somebody would.`,
      'Please ring now. If the person who runs the group cannot, find somebody who can.',
      `The texts:\n${f.texts}`,
    ],
  }),
  nl: (f) => ({
    subject: `Nog niemand beantwoordde een sms: ${f.group}`,
    paragraphs: [
      `Meer dan drie werkdagen geleden ${f.waiting === 1 ? 'kwam een sms' : `kwamen ${f.waiting} sms’en`} binnen voor de groep ${f.group}, en niemand antwoordde. Dat hadden we beloofd.`,
      'Bel nu. Kan de begeleider niet? Zoek dan iemand die wel kan.',
      `De sms’en:\n${f.texts}`,
    ],
  }),
}
