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

export interface NewEmailFacts {
  place: string
  code: string
  minutes: number
  contact: string
}

export const newEmailLetter: Template<NewEmailFacts> = {
  en: (f) => ({
    subject: `Your new address for ${f.place}: ${spaced(f.code)}`,
    paragraphs: [
      `Your six digits are ${spaced(f.code)}. Type them on the page where you gave this address. From then on you sign in with it.`,
      `They work for ${f.minutes} minutes, once. If you did not ask for this, do nothing: nothing changes.`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Je nieuwe adres voor ${f.place}: ${spaced(f.code)}`,
    paragraphs: [
      `Je zes cijfers zijn ${spaced(f.code)}. Typ ze op de pagina waar je dit adres opgaf. Vanaf dan log je ermee in.`,
      `Ze werken ${f.minutes} minuten en maar één keer. Heb je dit niet gevraagd? Doe dan niets: er verandert niets.`,
      f.contact,
    ],
  }),
}

export interface AboutYou {
  place: string
  contact: string
}

/** To the old address; the new one is not named, because this mailbox may not be theirs any more. */
export const emailChangedLetter: Template<AboutYou> = {
  en: (f) => ({
    subject: `You sign in to ${f.place} with another address now`,
    paragraphs: [
      'Somebody who was signed in as you changed the address you sign in with. This address does not work for that any more.',
      `If this was not you, ring us at once: ${f.contact}`,
    ],
  }),
  nl: (f) => ({
    subject: `Je logt nu met een ander adres in bij ${f.place}`,
    paragraphs: [
      'Iemand die als jou was ingelogd, heeft het adres veranderd waarmee je inlogt. Met dit adres lukt dat niet meer.',
      `Was jij dat niet? Bel ons meteen: ${f.contact}`,
    ],
  }),
}

export const erasedLetter: Template<AboutYou> = {
  en: (f) => ({
    subject: `Your details are erased from ${f.place}`,
    paragraphs: [
      'Your name, address and number are gone, you are signed out everywhere, and you have left your groups and organisations. Decisions you took part in stay, without your name.',
      'If you sign in again with this address, you start as somebody new.',
      `If this was not you, ring us: ${f.contact}`,
      'This is the last email about it. It is deleted here within 30 days.',
    ],
  }),
  nl: (f) => ({
    subject: `Je gegevens zijn gewist bij ${f.place}`,
    paragraphs: [
      'Je naam, adres en nummer zijn weg, je bent overal uitgelogd, en je bent uit je groepen en organisaties. Besluiten waaraan je meedeed, blijven staan, zonder je naam.',
      'Log je opnieuw in met dit adres, dan begin je helemaal opnieuw.',
      `Was jij dit niet? Bel ons: ${f.contact}`,
      'Dit is de laatste mail hierover. We wissen hem hier binnen 30 dagen.',
    ],
  }),
}
