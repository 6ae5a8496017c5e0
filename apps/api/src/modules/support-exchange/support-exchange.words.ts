import type { Template } from '../notifications/index.ts'

export interface AskedFacts {
  contact: string
  /** Who asks. */
  asker: string
  /** What they need, in their words. */
  needs: string
  /** What was offered, in the offerer's words. */
  offered: string
  link: string
  ring: string
}

/** Somebody asks for what was offered. Doing nothing is a no that nobody hears of. */
export const askedLetter: Template<AskedFacts> = {
  en: (f) => ({
    subject: `${f.asker} asks for what you offered`,
    paragraphs: [
      `Hello ${f.contact},`,
      `You offered: ${f.offered}`,
      `${f.asker} needs: ${f.needs}`,
      `Say yes and you both see how to reach each other. It takes a minute:\n${f.link}`,
      'To say no, press no or do nothing. They are not told, and nothing is lost by it.',
      `Questions? ${f.ring}`,
    ],
  }),
  nl: (f) => ({
    subject: `${f.asker} vraagt om wat jullie aanboden`,
    paragraphs: [
      `Hallo ${f.contact},`,
      `Jullie boden aan: ${f.offered}`,
      `${f.asker} zoekt: ${f.needs}`,
      `Zeg je ja, dan zien jullie allebei hoe je elkaar bereikt. Het kost een minuut:\n${f.link}`,
      'Liever niet? Druk op nee of doe niets. Ze horen dat niet en het is niet in jullie nadeel.',
      `Vragen? ${f.ring}`,
    ],
  }),
}

export interface YesFacts {
  contact: string
  /** Who said yes. */
  helper: string
  needs: string
  /** Name, address and number of the one to ring. */
  reach: string
  link: string
}

export const yesLetter: Template<YesFacts> = {
  en: (f) => ({
    subject: `${f.helper} says yes`,
    paragraphs: [
      `Hello ${f.contact},`,
      `You asked for: ${f.needs}`,
      `${f.helper} says yes. Ring or write to: ${f.reach}`,
      `When it has happened, tell us with one press, and thank them if you like:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: `${f.helper} zegt ja`,
    paragraphs: [
      `Hallo ${f.contact},`,
      `Jullie zochten: ${f.needs}`,
      `${f.helper} zegt ja. Bel of schrijf: ${f.reach}`,
      `Is het gebeurd? Laat het met één druk op de knop weten, en bedank ze als je wilt:\n${f.link}`,
    ],
  }),
}
