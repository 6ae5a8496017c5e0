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

export interface StillSoFacts {
  contact: string
  organisation: string
  /** Hours a month they said they could spare; null where they said nothing. */
  hours: number | null
  /** A room they said others could use. */
  room: string | null
  link: string
  ring: string
}

const asked = {
  en: ({ hours, room }: StillSoFacts) =>
    [
      hours === null ? '' : `Still ${hours} hours a month to spare?`,
      room === null ? '' : `Still ${room}?`,
    ]
      .filter(Boolean)
      .join(' '),
  nl: ({ hours, room }: StillSoFacts) =>
    [
      hours === null ? '' : `Nog steeds ${hours} uur per maand over?`,
      room === null ? '' : `Nog steeds ${room}?`,
    ]
      .filter(Boolean)
      .join(' '),
}

/** The quarterly question, at most four a year (J-08). One tap answers it. */
export const stillSoLetter: Template<StillSoFacts> = {
  en: (f) => ({
    subject: `Is it still so? ${f.organisation}, one minute`,
    paragraphs: [
      `Hello ${f.contact},`,
      asked.en(f) ||
        `You have not said yet what ${f.organisation} could share. You never have to; we only ask whether you are still there.`,
      `One tap says yes to everything, or change what is different. It takes less than a minute:\n${f.link}`,
      'Your answers to challenges start with it, so nothing is asked twice. We ask at most four times a year, and saying nothing costs you nothing: after half a year we only mark that we have not heard from you.',
      `Questions? ${f.ring}`,
    ],
  }),
  nl: (f) => ({
    subject: `Klopt het nog? ${f.organisation}, één minuut`,
    paragraphs: [
      `Hallo ${f.contact},`,
      asked.nl(f) ||
        `Jullie hebben nog niet gezegd wat ${f.organisation} kan delen. Dat hoeft ook niet; we vragen alleen of jullie er nog zijn.`,
      `Met één tik zeg je ja op alles, of verander wat anders is. Het kost nog geen minuut:\n${f.link}`,
      'Je reacties op vraagstukken beginnen ermee, dus niets wordt twee keer gevraagd. We vragen het hoogstens vier keer per jaar, en niets zeggen kost je niets: na een half jaar staat er alleen bij dat we niets van jullie hoorden.',
      `Vragen? ${f.ring}`,
    ],
  }),
}
