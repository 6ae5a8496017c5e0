import type { Template } from '../notifications/index.ts'

export interface TypedFacts {
  contact: string
  organisation: string
  /** The broker who typed. */
  broker: string
  what: 'organisation' | 'capacity' | 'interest'
  /** The question that was answered. */
  question: string | null
  /** Name and number of the place's contact. */
  ring: string
}

const WHAT = {
  en: ({ what, organisation, question }: TypedFacts) =>
    ({
      organisation: `put ${organisation} on the list of organisations`,
      capacity: `wrote down what ${organisation} has and can spare`,
      interest: `sent the answers of ${organisation} to “${question}”`,
    })[what],
  nl: ({ what, organisation, question }: TypedFacts) =>
    ({
      organisation: `${organisation} op de lijst van organisaties gezet`,
      capacity: `opgeschreven wat ${organisation} heeft en kan missen`,
      interest: `het antwoord van ${organisation} op “${question}” verstuurd`,
    })[what],
}

/** At once, to the organisation's own contact (`trust.md` row 8). It holds no word of what was typed. */
export const typedLetter: Template<TypedFacts> = {
  en: (f) => ({
    subject: `${f.broker} typed something for ${f.organisation}`,
    paragraphs: [
      `Hello ${f.contact},`,
      `${f.broker} ${WHAT.en(f)} today, for somebody who asked for it, and read it back to them first.`,
      ...(f.what === 'organisation'
        ? [
            `A slip with a code was printed too. Whoever types the code in takes ${f.organisation} over; it works once, for 90 days.`,
          ]
        : []),
      'If that was you, or somebody of yours, you need do nothing.',
      `If it is not right, or nobody of yours asked for it, ring ${f.ring}. It can be put right or taken back, and nobody is cross.`,
    ],
  }),
  nl: (f) => ({
    subject: `${f.broker} heeft iets getypt voor ${f.organisation}`,
    paragraphs: [
      `Hallo ${f.contact},`,
      `${f.broker} heeft vandaag ${WHAT.nl(f)}, voor iemand die daarom vroeg, en het eerst voorgelezen.`,
      ...(f.what === 'organisation'
        ? [
            `Er is ook een briefje met een code geprint. Wie de code intypt, neemt ${f.organisation} over; het werkt één keer, 90 dagen lang.`,
          ]
        : []),
      'Was jij dat, of iemand van jullie? Dan hoef je niets te doen.',
      `Klopt het niet, of vroeg niemand van jullie erom? Bel dan ${f.ring}. Het kan worden verbeterd of teruggenomen, en niemand is boos.`,
    ],
  }),
}
