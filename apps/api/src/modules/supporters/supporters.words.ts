import type { SupportScope } from '../../http/actor.ts'
import type { Template } from '../notifications/index.ts'

type Language = 'en' | 'nl'

const PARTS: Record<Language, Record<SupportScope, string>> = {
  en: { groups: 'take part in groups', answers: 'answer challenges for an organisation' },
  nl: { groups: 'meedoen met groepen', answers: 'vraagstukken beantwoorden voor een organisatie' },
}
const AND = { en: ' and ', nl: ' en ' } as const

const partsIn = (language: Language, scopes: readonly SupportScope[]): string =>
  scopes.map((part) => PARTS[language][part]).join(AND[language])

/** The day before an instant, which is the last one that counts. */
const lastDay = (language: Language, zone: string, until: Date): string =>
  new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    timeZone: zone,
    dateStyle: 'long',
  }).format(new Date(until.getTime() - 1))

export interface AskFacts {
  place: string
  zone: string
  /** Whoever asks, as they call themselves. */
  who: string
  scopes: readonly SupportScope[]
  until: Date
  /** Where to answer. */
  page: string
  contact: string
}

/** To an address that may not be known here; in the language of whoever asks. */
export const askLetter: Template<AskFacts> = {
  en: (f) => ({
    subject: `${f.who} asks you for help with ${f.place}`,
    paragraphs: [
      `${f.who} asks whether you will do this for them until ${lastDay('en', f.zone, f.until)}: ${partsIn('en', f.scopes)}. They see what you do, and both of you can stop at any time.`,
      `To say yes or no, sign in with this address. It takes two minutes and needs no password.\n${f.page}`,
      'Do you not know them, or not want to? Do nothing. After 30 days we forget the question.',
      f.contact,
    ],
    text: `${f.who} asks you to help them with ${f.place}. To say yes or no, sign in with this number: ${f.page}`,
  }),
  nl: (f) => ({
    subject: `${f.who} vraagt je om hulp bij ${f.place}`,
    paragraphs: [
      `${f.who} vraagt of je dit voor hem of haar wilt doen, tot en met ${lastDay('nl', f.zone, f.until)}: ${partsIn('nl', f.scopes)}. ${f.who} ziet wat je doet, en jullie kunnen allebei altijd stoppen.`,
      `Ja of nee zeggen? Log in met dit adres. Het kost twee minuten en je hebt geen wachtwoord nodig.\n${f.page}`,
      'Ken je deze persoon niet, of wil je het niet? Doe dan niets. Na 30 dagen vergeten we de vraag.',
      f.contact,
    ],
    text: `${f.who} vraagt je om hulp bij ${f.place}. Ja of nee zeggen? Log in met dit nummer: ${f.page}`,
  }),
}

export interface NewsFacts {
  place: string
  /** The other of the two. */
  who: string
  page: string
  contact: string
}

export const acceptedLetter: Template<NewsFacts> = {
  en: (f) => ({
    subject: `${f.who} said yes`,
    paragraphs: [
      `${f.who} now helps you with ${f.place}. Here you see what they do for you, and can end it at any time:\n${f.page}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `${f.who} zei ja`,
    paragraphs: [
      `${f.who} helpt je nu bij ${f.place}. Hier zie je wat er voor je is gedaan, en kun je er op elk moment mee stoppen:\n${f.page}`,
      f.contact,
    ],
  }),
}

export const declinedLetter: Template<NewsFacts> = {
  en: (f) => ({
    subject: `${f.who} cannot help you just now`,
    paragraphs: [
      `You asked ${f.who} to help you with ${f.place}, and they said no. You can ask somebody else here:\n${f.page}`,
      `Or ring us: ${f.contact}`,
    ],
  }),
  nl: (f) => ({
    subject: `${f.who} kan je nu niet helpen`,
    paragraphs: [
      `Je vroeg ${f.who} om hulp bij ${f.place}, en het antwoord is nee. Hier kun je iemand anders vragen:\n${f.page}`,
      `Of bel ons: ${f.contact}`,
    ],
  }),
}

/** To the one of the two who did not end it. */
export const endedLetter: Template<NewsFacts> = {
  en: (f) => ({
    subject: `You and ${f.who}: the help has ended`,
    paragraphs: [
      `The help between you and ${f.who} on ${f.place} has ended. Neither of you can do anything here for the other any more. What was done stays as it is:\n${f.page}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Jij en ${f.who}: de hulp is gestopt`,
    paragraphs: [
      `De hulp tussen jou en ${f.who} bij ${f.place} is gestopt. De een kan hier niets meer doen voor de ander. Wat gedaan is, blijft:\n${f.page}`,
      f.contact,
    ],
  }),
}
