import type { Template } from '../notifications/index.ts'

interface Waiting {
  group: string
  desk: string
  zone: string
  /** People nobody has been in touch with. */
  waiting: number
}

const peopleEn = (n: number) => (n === 1 ? 'One person' : `${n} people`)
const mensen = (n: number) => (n === 1 ? 'Eén persoon' : `${n} mensen`)

/** To the facilitator, on the last day. How to reach them stays behind the sign-in. */
export const ringTodayLetter: Template<Waiting> = {
  en: (f) => ({
    subject: `Please ring today: ${f.group}`,
    paragraphs: [
      `${peopleEn(f.waiting)} who joined ${f.group} should hear from you today at the latest. Within three working days: that is what we promised.`,
      `Who it is and how to reach them:\n${f.desk}`,
    ],
  }),
  nl: (f) => ({
    subject: `Bel vandaag: ${f.group}`,
    paragraphs: [
      `${mensen(f.waiting)} in de groep ${f.group} ${f.waiting === 1 ? 'hoort' : 'horen'} vandaag nog van je. Binnen drie werkdagen: dat hebben we beloofd.`,
      `Wie het is en hoe je die persoon bereikt:\n${f.desk}`,
    ],
  }),
}

/** To the facilitator and the brokers, once the promise is broken. */
export const ringLateLetter: Template<Waiting> = {
  en: (f) => ({
    subject: `Nobody has been in touch yet: ${f.group}`,
    paragraphs: [
      `${peopleEn(f.waiting)} joined ${f.group} more than three working days ago and nobody has been in touch. We promised that somebody would.`,
      'Please ring now. If the person who runs the group cannot, find somebody who can.',
      `The group:\n${f.desk}`,
    ],
  }),
  nl: (f) => ({
    subject: `Nog niemand nam contact op: ${f.group}`,
    paragraphs: [
      `${mensen(f.waiting)} meldde${f.waiting === 1 ? '' : 'n'} zich meer dan drie werkdagen geleden aan bij ${f.group}, en niemand nam contact op. Dat hadden we beloofd.`,
      'Bel nu. Kan de begeleider niet? Zoek dan iemand die wel kan.',
      `De groep:\n${f.desk}`,
    ],
  }),
}
