import type { Template } from '../modules/notifications/index.ts'

export interface QuietFacts {
  place: string
  /** The day it happens, in words. */
  day: string
  /** Whole months nobody has seen them. */
  months: number
  link: string
  contact: string
}

/** To somebody who has been away, 30 days before they are erased; once. */
export const quietLetter: Template<QuietFacts> = {
  en: (f) => ({
    subject: `We erase your details on ${f.day}, unless you sign in`,
    paragraphs: [
      `We have not seen you at ${f.place} for ${f.months} months. We keep names no longer than we need them, so on ${f.day} we erase yours, with your address and your number.`,
      `Would you like to stay? Sign in once before that day. That is all, and it takes a minute:\n${f.link}`,
      'If you do nothing, you also leave your groups and organisations. Decisions you took part in stay, without your name.',
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `We wissen je gegevens op ${f.day}, tenzij je inlogt`,
    paragraphs: [
      `We hebben je bij ${f.place} al ${f.months} maanden niet gezien. We bewaren namen niet langer dan nodig. Daarom wissen we op ${f.day} je naam, je adres en je nummer.`,
      `Wil je blijven? Log dan één keer in voor die dag. Meer hoeft niet, en het kost een minuut:\n${f.link}`,
      'Doe je niets, dan ga je ook uit je groepen en organisaties. Besluiten waaraan je meedeed, blijven staan, zonder je naam.',
      f.contact,
    ],
  }),
}

export interface ErasedQuietlyFacts {
  place: string
  months: number
  contact: string
}

/** The last one, when they stayed away. */
export const erasedQuietlyLetter: Template<ErasedQuietlyFacts> = {
  en: (f) => ({
    subject: `Your details are erased from ${f.place}`,
    paragraphs: [
      `We had not seen you for ${f.months} months and wrote to you a month ago. Your name, address and number are gone now, and you have left your groups and organisations. Decisions you took part in stay, without your name.`,
      'You are welcome back. If you sign in with this address, you start as somebody new.',
      f.contact,
      'This is the last email about it. It is deleted here within 30 days.',
    ],
  }),
  nl: (f) => ({
    subject: `Je gegevens zijn gewist bij ${f.place}`,
    paragraphs: [
      `We hadden je ${f.months} maanden niet gezien en schreven je een maand geleden. Je naam, adres en nummer zijn nu weg, en je bent uit je groepen en organisaties. Besluiten waaraan je meedeed, blijven staan, zonder je naam.`,
      'Je bent altijd weer welkom. Log je in met dit adres, dan begin je helemaal opnieuw.',
      f.contact,
      'Dit is de laatste mail hierover. We wissen hem hier binnen 30 dagen.',
    ],
  }),
}
