import type { AgreementText } from '@howcanwe/shared/agreements'
import type { Template } from '../notifications/index.ts'

export interface AgreementFacts {
  title: string
  by: string
  names: string
  link: string
  contact: string
}

export const begunLetter: Template<AgreementFacts> = {
  en: (f) => ({
    subject: `An agreement to write together: ${f.title}`,
    paragraphs: [
      `${f.by} has begun a one-page agreement between ${f.names}.`,
      `Write what you want of it, in your own box. Nothing holds before each of you has confirmed the same words:\n${f.link}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Een afspraak om samen te schrijven: ${f.title}`,
    paragraphs: [
      `${f.by} is begonnen aan een afspraak van één pagina tussen ${f.names}.`,
      `Schrijf in je eigen vak wat jullie ervan willen. Er geldt niets voordat ieder van jullie dezelfde woorden heeft bevestigd:\n${f.link}`,
      f.contact,
    ],
  }),
}

export const changedAgreementLetter: Template<AgreementFacts> = {
  en: (f) => ({
    subject: `Please look again: ${f.title}`,
    paragraphs: [
      `${f.by} has changed something in the agreement after you had confirmed it, so your yes does not count for it yet.`,
      `Look at it and confirm again:\n${f.link}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Kijk nog eens: ${f.title}`,
    paragraphs: [
      `${f.by} heeft iets veranderd aan de afspraak nadat jullie die bevestigden. Jullie ja telt daar nog niet voor.`,
      `Bekijk het en bevestig opnieuw:\n${f.link}`,
      f.contact,
    ],
  }),
}

export const liveLetter: Template<AgreementFacts> = {
  en: (f) => ({
    subject: `Everybody has confirmed: ${f.title}`,
    paragraphs: [
      `${f.names} have all confirmed the same page. It holds from today, and you look at it together again in three months.`,
      `Read it, print it, or take it along as a Word document:\n${f.link}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Iedereen heeft bevestigd: ${f.title}`,
    paragraphs: [
      `${f.names} hebben allemaal dezelfde pagina bevestigd. De afspraak geldt vanaf vandaag, en over drie maanden kijken jullie er samen weer naar.`,
      `Lees hem, druk hem af of neem hem mee als Word-document:\n${f.link}`,
      f.contact,
    ],
  }),
}

export const reviewLetter: Template<AgreementFacts> = {
  en: (f) => ({
    subject: `Three months on: ${f.title}`,
    paragraphs: [
      `It is three months since ${f.names} confirmed this. Does it still fit?`,
      `Keep it, change it or end it; it takes a few minutes:\n${f.link}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Na drie maanden: ${f.title}`,
    paragraphs: [
      `Drie maanden geleden bevestigden ${f.names} deze afspraak. Past het nog?`,
      `Houd hem, verander hem of stop ermee; het kost een paar minuten:\n${f.link}`,
      f.contact,
    ],
  }),
}

export const endedAgreementLetter: Template<AgreementFacts> = {
  en: (f) => ({
    subject: `It has ended: ${f.title}`,
    paragraphs: [
      `${f.by} has ended the agreement between ${f.names}.`,
      `What you agreed stays readable for all of you, also how to leave and what was still to be paid:\n${f.link}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Gestopt: ${f.title}`,
    paragraphs: [
      `${f.by} heeft de afspraak tussen ${f.names} beëindigd.`,
      `Wat jullie afspraken, blijft voor iedereen te lezen, ook hoe je vertrekt en wat er nog betaald moest worden:\n${f.link}`,
      f.contact,
    ],
  }),
}

/** What stands over each part of the page, on paper as in Word. */
export interface PageWords {
  heading: string
  between: string
  parts: Record<AgreementText, string>
  party: string
  interests: string
  role: string
  hours: (count: number) => string
  money: string
  advance: string
  paid: (days: number) => string
  confirmed: string
  notConfirmed: string
  nothing: string
}

export const PAGE_WORDS: Record<'en' | 'nl', PageWords> = {
  en: {
    heading: 'Agreement',
    between: 'Between',
    parts: {
      purpose: 'What we want to do together',
      whoDoesWhat: 'Who does what',
      decisions: 'How we decide',
      dataAndStories: 'Data and stories',
      credit: 'Credit',
      ideas: 'Ideas belong to',
      ifWrong: 'If it goes wrong',
      howToLeave: 'How to leave',
    },
    party: 'Party',
    interests: 'What we want of it',
    role: 'What we do',
    hours: (count) => `${count} hours a month`,
    money: 'Money',
    advance: 'paid before we begin',
    paid: (days) => `Money is paid within ${days} days.`,
    confirmed: 'has confirmed',
    notConfirmed: 'has not confirmed yet',
    nothing: 'Nothing agreed.',
  },
  nl: {
    heading: 'Afspraak',
    between: 'Tussen',
    parts: {
      purpose: 'Wat we samen willen doen',
      whoDoesWhat: 'Wie doet wat',
      decisions: 'Hoe we beslissen',
      dataAndStories: 'Gegevens en verhalen',
      credit: 'Wie genoemd wordt',
      ideas: 'Van wie ideeën zijn',
      ifWrong: 'Als het misgaat',
      howToLeave: 'Hoe je vertrekt',
    },
    party: 'Partij',
    interests: 'Wat wij ervan willen',
    role: 'Wat wij doen',
    hours: (count) => `${count} uur per maand`,
    money: 'Geld',
    advance: 'betaald voordat we beginnen',
    paid: (days) => `Geld wordt binnen ${days} dagen betaald.`,
    confirmed: 'heeft bevestigd',
    notConfirmed: 'heeft nog niet bevestigd',
    nothing: 'Niets afgesproken.',
  },
}
