import type { Template } from '../notifications/index.ts'

export interface BackFacts {
  contact: string
  organisation: string
  link: string
  /** Name and number of the place's contact. */
  ring: string
}

/** The last day of a pause is over. It asks for nothing. */
export const backLetter: Template<BackFacts> = {
  en: (f) => ({
    subject: `The pause of ${f.organisation} is over`,
    paragraphs: [
      `Hello ${f.contact},`,
      'Your pause has ended on the day you chose. You may get invitations again. Nothing else has changed: you stand where you stood before.',
      `Do you need longer? One press is enough, and nobody asks why:\n${f.link}`,
      `Questions? ${f.ring}`,
    ],
  }),
  nl: (f) => ({
    subject: `De pauze van ${f.organisation} is voorbij`,
    paragraphs: [
      `Hallo ${f.contact},`,
      'Jullie pauze is geëindigd op de dag die je koos. Je kunt weer uitnodigingen krijgen. Verder is er niets veranderd: jullie staan waar je stond.',
      `Langer nodig? Eén druk op de knop is genoeg en niemand vraagt waarom:\n${f.link}`,
      `Vragen? ${f.ring}`,
    ],
  }),
}

export interface BeyondFacts extends BackFacts {
  /** Hours a month. */
  spare: number
  committed: number
  adding: number
}

/** 80 % of the spare hours are promised (OR3, T7). Stops nothing. */
export const beyondLetter: Template<BeyondFacts> = {
  en: (f) => ({
    subject: `A lot on your plate? ${f.organisation}, ${f.committed + f.adding} of ${f.spare} hours`,
    paragraphs: [
      `Hello ${f.contact},`,
      `You said ${f.organisation} can spare ${f.spare} hours a month. ${f.committed} are promised already. What you have just taken on would be ${f.adding} more: over four fifths of what you have.`,
      'Nothing is stopped, and it counts for nothing in any choice. You can leave it as it is, take it back, or rest from new invitations for a while.',
      `See what your hours are for, or pause:\n${f.link}`,
      `If pay for somebody to cover your own work would help, ring ${f.ring}.`,
    ],
  }),
  nl: (f) => ({
    subject: `Veel hooi op je vork? ${f.organisation}, ${f.committed + f.adding} van ${f.spare} uur`,
    paragraphs: [
      `Hallo ${f.contact},`,
      `Jullie zeiden dat ${f.organisation} ${f.spare} uur per maand over heeft. ${f.committed} uur is al toegezegd. Wat je nu op je nam, zou ${f.adding} uur meer zijn: ruim vier vijfde van wat je hebt.`,
      'Er wordt niets tegengehouden en het telt nergens mee. Je kunt het zo laten, het terugnemen, of even geen nieuwe uitnodigingen krijgen.',
      `Kijk waar jullie uren voor zijn, of neem pauze:\n${f.link}`,
      `Helpt het als iemand betaald wordt om jullie eigen werk over te nemen? Bel ${f.ring}.`,
    ],
  }),
}

export interface BrokerFacts {
  organisation: string
  spare: number
  committed: number
  link: string
}

/** To brokers, once, and never while an answer is sealed. */
export const stretchedLetter: Template<BrokerFacts> = {
  en: (f) => ({
    subject: `${f.organisation} has promised a lot: ${f.committed} of ${f.spare} hours a month`,
    paragraphs: [
      `${f.organisation} could spare ${f.spare} hours a month and would now give ${f.committed}. That is over four fifths.`,
      'A call may help: pay for cover, somebody to share the work with, or a pause. Nothing is stopped by it.',
      `Who has promised a lot, and who rests:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: `${f.organisation} heeft veel toegezegd: ${f.committed} van ${f.spare} uur per maand`,
    paragraphs: [
      `${f.organisation} had ${f.spare} uur per maand over en zou er nu ${f.committed} geven. Dat is ruim vier vijfde.`,
      'Bellen kan helpen: betaald vervangen worden, iemand om het werk mee te delen, of een pauze. Er wordt niets door tegengehouden.',
      `Wie veel toezegde en wie even pauzeert:\n${f.link}`,
    ],
  }),
}
