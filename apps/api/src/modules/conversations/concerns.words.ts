import type { Template } from '../notifications/index.ts'

interface ToLead {
  place: string
  page: string
  reference: string
}

/** To the safeguarding lead: that there is one, and not a word of it. */
export const concernLetter: Template<ToLead & { again: boolean }> = {
  en: (f) => ({
    subject: f.again
      ? `Still waiting for you: ${f.reference}`
      : `Please read today: ${f.reference}`,
    paragraphs: [
      `Somebody told ${f.place} that a person may be at risk. Only you can read it, after signing in.`,
      `Read it:\n${f.page}`,
    ],
  }),
  nl: (f) => ({
    subject: f.again ? `Wacht nog op je: ${f.reference}` : `Lees dit vandaag: ${f.reference}`,
    paragraphs: [
      `Iemand liet ${f.place} weten dat een persoon misschien gevaar loopt. Alleen jij kunt het lezen, na inloggen.`,
      `Lees het:\n${f.page}`,
    ],
  }),
}

/** To the stewards, where nobody is named to read it. */
export const nobodyToReadLetter: Template<ToLead> = {
  en: (f) => ({
    subject: `Name somebody today: ${f.reference}`,
    paragraphs: [
      `Somebody told ${f.place} that a person may be at risk, and nobody is named to read it. You cannot read it yourself unless you are named.`,
      `Name a safeguarding lead:\n${f.page}`,
    ],
  }),
  nl: (f) => ({
    subject: `Wijs vandaag iemand aan: ${f.reference}`,
    paragraphs: [
      `Iemand liet ${f.place} weten dat een persoon misschien gevaar loopt, en niemand is aangewezen om dat te lezen. Je kunt het zelf alleen lezen als jij dat bent.`,
      `Wijs een aandachtspersoon veiligheid aan:\n${f.page}`,
    ],
  }),
}
