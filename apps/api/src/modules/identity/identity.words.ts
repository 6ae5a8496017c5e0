import type { Template } from '../notifications/index.ts'

export interface SignInFacts {
  place: string
  code: string
  link: string
  /** Of our pages, for the last line of a text. */
  host: string
  minutes: number
  contact: string
}

const spaced = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`

/** The last line of a text: a phone fills in the digits on our pages, and on nobody else's (WICG, origin-bound codes). */
const boundTo = ({ host, code }: { host: string; code: string }) => `@${host} #${code}`

export const signInLetter: Template<SignInFacts> = {
  en: (f) => ({
    subject: `Sign in to ${f.place}: ${spaced(f.code)}`,
    paragraphs: [
      `Your six digits are ${spaced(f.code)}. Type them on the page where you asked for this email.`,
      `Or open this address in the same browser and press the button there:\n${f.link}`,
      `Both work for ${f.minutes} minutes, once. If you did not ask for this, do nothing: nobody is signed in.`,
      f.contact,
    ],
    text: `${f.place}: ${spaced(f.code)} is your code. It works for ${f.minutes} minutes. Or open ${f.link}\n\n${boundTo(f)}`,
  }),
  nl: (f) => ({
    subject: `Inloggen bij ${f.place}: ${spaced(f.code)}`,
    paragraphs: [
      `Je zes cijfers zijn ${spaced(f.code)}. Typ ze op de pagina waar je deze mail hebt gevraagd.`,
      `Of open dit adres in dezelfde browser en druk daar op de knop:\n${f.link}`,
      `Beide werken ${f.minutes} minuten en maar één keer. Heb je dit niet gevraagd? Doe dan niets: er is niemand ingelogd.`,
      f.contact,
    ],
    text: `${f.place}: ${spaced(f.code)} is je code. Die werkt ${f.minutes} minuten. Of open ${f.link}\n\n${boundTo(f)}`,
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

export interface NewPhoneFacts extends NewEmailFacts {
  host: string
}

/** Only ever sent as a text, to a number that is to be proven. */
export const newPhoneLetter: Template<NewPhoneFacts> = {
  en: (f) => ({
    subject: `Your number for ${f.place}: ${spaced(f.code)}`,
    paragraphs: [f.contact],
    text: `${f.place}: ${spaced(f.code)} shows that this number is yours. It works for ${f.minutes} minutes. Did not ask? Do nothing.\n\n${boundTo(f)}`,
  }),
  nl: (f) => ({
    subject: `Je nummer voor ${f.place}: ${spaced(f.code)}`,
    paragraphs: [f.contact],
    text: `${f.place}: met ${spaced(f.code)} laat je zien dat dit nummer van jou is. De code werkt ${f.minutes} minuten. Niet gevraagd? Doe niets.\n\n${boundTo(f)}`,
  }),
}

export interface AboutYou {
  place: string
  contact: string
}

/** To where it led; where it leads now is not named, because this mailbox or phone may not be theirs any more. */
export const wayGoneLetter: Template<AboutYou> = {
  en: (f) => ({
    subject: `You sign in to ${f.place} in another way now`,
    paragraphs: [
      'Somebody who was signed in as you changed the address or number you sign in with. This one does not work for that any more.',
      `If this was not you, ring us at once: ${f.contact}`,
    ],
    text: `${f.place}: this number does not sign you in any more; somebody signed in as you changed it. If it was not you, ring us: ${f.contact}`,
  }),
  nl: (f) => ({
    subject: `Je logt nu op een andere manier in bij ${f.place}`,
    paragraphs: [
      'Iemand die als jou was ingelogd, heeft het adres of nummer veranderd waarmee je inlogt. Hiermee lukt dat niet meer.',
      `Was jij dat niet? Bel ons meteen: ${f.contact}`,
    ],
    text: `${f.place}: met dit nummer log je niet meer in; iemand die als jou was ingelogd, heeft dat veranderd. Was jij dat niet? Bel ons: ${f.contact}`,
  }),
}

/** To where they could be reached before; the new way is not named. */
export const wayAddedLetter: Template<AboutYou> = {
  en: (f) => ({
    subject: `There is one more way to sign in to ${f.place} as you`,
    paragraphs: [
      'Somebody who was signed in as you added an address or a number to sign in with. This one works as before.',
      `If this was not you, ring us at once: ${f.contact}`,
    ],
    text: `${f.place}: somebody signed in as you added another way to sign in. This number works as before. If it was not you, ring us: ${f.contact}`,
  }),
  nl: (f) => ({
    subject: `Er is een extra manier om bij ${f.place} als jou in te loggen`,
    paragraphs: [
      'Iemand die als jou was ingelogd, heeft een adres of nummer toegevoegd om mee in te loggen. Hiermee lukt het ook nog.',
      `Was jij dat niet? Bel ons meteen: ${f.contact}`,
    ],
    text: `${f.place}: iemand die als jou was ingelogd, heeft een extra manier toegevoegd om in te loggen. Met dit nummer lukt het ook nog. Was jij dat niet? Bel ons: ${f.contact}`,
  }),
}

export const erasedLetter: Template<AboutYou> = {
  en: (f) => ({
    subject: `Your details are erased from ${f.place}`,
    paragraphs: [
      'Your name, address and number are gone, you are signed out everywhere, and you have left your groups and organisations. Decisions you took part in stay, without your name.',
      'If you sign in again with this address or number, you start as somebody new.',
      `If this was not you, ring us: ${f.contact}`,
      'This is the last message about it. It is deleted here within 30 days.',
    ],
    text: `${f.place}: your name, address and number are erased, and you are signed out everywhere. If it was not you, ring us: ${f.contact}. This is our last text.`,
  }),
  nl: (f) => ({
    subject: `Je gegevens zijn gewist bij ${f.place}`,
    paragraphs: [
      'Je naam, adres en nummer zijn weg, je bent overal uitgelogd, en je bent uit je groepen en organisaties. Besluiten waaraan je meedeed, blijven staan, zonder je naam.',
      'Log je opnieuw in met dit adres of nummer, dan begin je helemaal opnieuw.',
      `Was jij dit niet? Bel ons: ${f.contact}`,
      'Dit is het laatste bericht hierover. We wissen het hier binnen 30 dagen.',
    ],
    text: `${f.place}: je naam, adres en nummer zijn gewist, en je bent overal uitgelogd. Was jij dit niet? Bel ons: ${f.contact}. Dit is onze laatste sms.`,
  }),
}
