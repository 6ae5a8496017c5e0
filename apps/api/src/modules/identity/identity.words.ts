import type { Template } from '../notifications/index.ts'

export interface SignInFacts {
  place: string
  code: string
  link: string
  minutes: number
  contact: string
}

const spaced = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`

export const signInLetter: Template<SignInFacts> = {
  en: (f) => ({
    subject: `Sign in to ${f.place}: ${spaced(f.code)}`,
    paragraphs: [
      `Your six digits are ${spaced(f.code)}. Type them on the page where you asked for this email.`,
      `Or open this address in the same browser and press the button there:\n${f.link}`,
      `Both work for ${f.minutes} minutes, once. If you did not ask for this, do nothing: nobody is signed in.`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Inloggen bij ${f.place}: ${spaced(f.code)}`,
    paragraphs: [
      `Je zes cijfers zijn ${spaced(f.code)}. Typ ze op de pagina waar je deze mail hebt gevraagd.`,
      `Of open dit adres in dezelfde browser en druk daar op de knop:\n${f.link}`,
      `Beide werken ${f.minutes} minuten en maar één keer. Heb je dit niet gevraagd? Doe dan niets: er is niemand ingelogd.`,
      f.contact,
    ],
  }),
}
