import type { Template } from '../notifications/index.ts'

export interface RegisteredFacts {
  contact: string
  organisation: string
  place: string
  link: string
  /** Name and number of the place's contact. */
  ring: string
}

export const registeredLetter: Template<RegisteredFacts> = {
  en: (f) => ({
    subject: `${f.organisation} is registered in ${f.place}`,
    paragraphs: [
      `Hello ${f.contact},`,
      `${f.organisation} is now on the list of organisations in ${f.place}, with you as its contact.`,
      'What it means: you can answer challenges straight away. Nobody has to approve you first, and it costs nothing. Only your own people and the broker of the place see how to reach you.',
      'What happens next: the broker may ring you to check that you are who you say. When a challenge fits what you do, you may be invited to answer. You never have to.',
      `If you like, say what time and space you could share. It takes about three minutes and saves questions later:\n${f.link}`,
      `If you did not expect this email, or want to be taken off the list, ring or write to: ${f.ring}.`,
    ],
  }),
  nl: (f) => ({
    subject: `${f.organisation} is aangemeld in ${f.place}`,
    paragraphs: [
      `Hallo ${f.contact},`,
      `${f.organisation} staat nu op de lijst van organisaties in ${f.place}, met jou als contactpersoon.`,
      'Wat dit betekent: je kunt meteen op vraagstukken reageren. Niemand hoeft je eerst goed te keuren en het kost niets. Alleen je eigen mensen en de verbinder van deze plek zien hoe je te bereiken bent.',
      'Wat er nu gebeurt: de verbinder belt je misschien om te kijken of je bent wie je zegt. Past een vraagstuk bij wat jullie doen, dan kun je een uitnodiging krijgen. Reageren hoeft nooit.',
      `Wil je laten weten welke tijd en ruimte je kunt delen? Dat kost ongeveer drie minuten en scheelt later vragen:\n${f.link}`,
      `Had je deze mail niet verwacht, of wil je van de lijst af? Bel of schrijf dan: ${f.ring}.`,
    ],
  }),
}
