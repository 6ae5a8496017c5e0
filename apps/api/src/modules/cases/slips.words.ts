import type { Template } from '../notifications/index.ts'

export interface SlipFacts {
  /** Who reads it. */
  reader: string
  organisation: string
  /** Who printed the slip, or used it. */
  who: string
  what: 'printed' | 'used'
  /** Name and number of the place's contact. */
  ring: string
}

/** At once, to the organisation's contact, or to the place's stewards where it can be written to by nobody. No code. */
export const slipLetter: Template<SlipFacts> = {
  en: ({ reader, organisation, who, what, ring }) => ({
    subject:
      what === 'printed'
        ? `${who} printed a slip for ${organisation}`
        : `${who} took ${organisation} over with a slip`,
    paragraphs: [
      `Hello ${reader},`,
      what === 'printed'
        ? `${who} printed a slip with a code for ${organisation} today. Whoever types the code in takes ${organisation} over, with all that was typed for it. It works once, for 90 days.`
        : `${who} typed in the code on a slip today. ${organisation} is theirs from now on, with all that was typed for it.`,
      'If that is as it should be, you need do nothing.',
      `If you do not know of it, ring ${ring} today, so that nothing is sent or read by the wrong person.`,
    ],
  }),
  nl: ({ reader, organisation, who, what, ring }) => ({
    subject:
      what === 'printed'
        ? `${who} heeft een briefje geprint voor ${organisation}`
        : `${who} heeft ${organisation} overgenomen met een briefje`,
    paragraphs: [
      `Hallo ${reader},`,
      what === 'printed'
        ? `${who} heeft vandaag een briefje met een code geprint voor ${organisation}. Wie de code intypt, neemt ${organisation} over, met alles wat ervoor getypt is. Het werkt één keer, 90 dagen lang.`
        : `${who} heeft vandaag de code van een briefje ingetypt. ${organisation} is vanaf nu van diegene, met alles wat ervoor getypt is.`,
      'Klopt dat? Dan hoef je niets te doen.',
      `Weet je hier niets van? Bel dan vandaag ${ring}, zodat de verkeerde persoon niets verstuurt of leest.`,
    ],
  }),
}
