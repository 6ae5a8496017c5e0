import type { Stopped } from '@howcanwe/shared/alerts'
import type { Template } from '../notifications/index.ts'

/** What was stopped, as the page behind the link calls it; a test holds the two together. */
export const WHAT: Record<'en' | 'nl', Record<Stopped['what'], string>> = {
  en: {
    waiting: 'emails and texts about things that wait for an answer',
    mine: 'emails and texts about your answers, groups and what you follow',
    new: 'emails and texts about new challenges',
    closing: 'emails and texts about what closes soon',
    news: 'emails and texts about what came of challenges',
    saved: 'emails and texts about saved searches',
    digest: 'the daily and weekly emails and texts',
  },
  nl: {
    waiting: 'mails en sms’jes over dingen die op een reactie wachten',
    mine: 'mails en sms’jes over je reacties, groepen en wat je volgt',
    new: 'mails en sms’jes over nieuwe vraagstukken',
    closing: 'mails en sms’jes over wat binnenkort sluit',
    news: 'mails en sms’jes over wat er van vraagstukken kwam',
    saved: 'mails en sms’jes over bewaarde zoekopdrachten',
    digest: 'de dagelijkse en wekelijkse mails en sms’jes',
  },
}

export interface StoppedFacts {
  place: string
  what: Stopped['what']
  /** First name or group whose letters they were; empty where neither is known. */
  whose: string
  /** The page that takes it back with one press. */
  undo: string
  contact: string
}

/** That letters were stopped, to where they went: whoever reads the mailbox can take it back. */
export const stoppedLetter: Template<StoppedFacts> = {
  en: (f) => ({
    subject: `Stopped: ${WHAT.en[f.what]}`,
    text: `${f.place}: you get no more ${WHAT.en[f.what]}. Not what you wanted? ${f.undo}`,
    paragraphs: [
      'Hello,',
      `Somebody pressed the link at the foot of one of our emails, so these no longer come${f.whose ? ` for ${f.whose}` : ''}: ${WHAT.en[f.what]}.`,
      `Not what you wanted? Open this page and press once, and they come as before:\n${f.undo}`,
      'Receipts, decisions and sign-in codes still come. You need not do anything.',
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Gestopt: ${WHAT.nl[f.what]}`,
    text: `${f.place}: je krijgt niet meer: ${WHAT.nl[f.what]}. Niet de bedoeling? ${f.undo}`,
    paragraphs: [
      'Hallo,',
      `Iemand drukte op de link onder aan een van onze mails. Daarom komen deze niet meer${f.whose ? ` voor ${f.whose}` : ''}: ${WHAT.nl[f.what]}.`,
      `Niet de bedoeling? Open deze pagina en druk één keer, dan komen ze weer zoals eerst:\n${f.undo}`,
      'Ontvangstbewijzen, besluiten en inlogcodes blijven komen. Je hoeft niets te doen.',
      f.contact,
    ],
  }),
}
