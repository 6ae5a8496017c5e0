import type { ResetReason } from '@howcanwe/shared/passkeys'
import type { Template } from '../notifications/index.ts'

interface AboutYou {
  place: string
  /** Who to ring. */
  contact: string
}

const spaced = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`

export const digitsLetter: Template<AboutYou & { code: string; minutes: number }> = {
  en: (f) => ({
    subject: `${f.place}: ${spaced(f.code)} shows that it is you`,
    paragraphs: [
      `Your six digits are ${spaced(f.code)}. Type them on the page that asked whether it is you.`,
      `They work for ${f.minutes} minutes, once, and only there. If no page asked you, do not give them to anybody, and ring us: ${f.contact}`,
    ],
    text: `${f.place}: ${spaced(f.code)} shows that it is you. The digits work for ${f.minutes} minutes, on the page that asked. Give them to nobody.`,
  }),
  nl: (f) => ({
    subject: `${f.place}: met ${spaced(f.code)} laat je zien dat jij het bent`,
    paragraphs: [
      `Je zes cijfers zijn ${spaced(f.code)}. Typ ze op de pagina die vroeg of jij het bent.`,
      `Ze werken ${f.minutes} minuten, één keer, en alleen daar. Vroeg geen pagina erom? Geef ze dan aan niemand, en bel ons: ${f.contact}`,
    ],
    text: `${f.place}: met ${spaced(f.code)} laat je zien dat jij het bent. De cijfers werken ${f.minutes} minuten, op de pagina die erom vroeg. Geef ze aan niemand.`,
  }),
}

export const addedLetter: Template<AboutYou & { name: string }> = {
  en: (f) => ({
    subject: `A passkey was added for ${f.place}`,
    paragraphs: [
      `A passkey was added to your details: ${f.name}. With it you can show that it is you.`,
      `If this was not you, ring us at once: ${f.contact}`,
    ],
    text: `${f.place}: a passkey was added to your details. Not you? Ring us at once: ${f.contact}`,
  }),
  nl: (f) => ({
    subject: `Er is een toegangssleutel toegevoegd voor ${f.place}`,
    paragraphs: [
      `Er is een toegangssleutel (passkey) bij je gegevens gekomen: ${f.name}. Daarmee kun je laten zien dat jij het bent.`,
      `Was jij dat niet? Bel ons meteen: ${f.contact}`,
    ],
    text: `${f.place}: er is een toegangssleutel bij je gegevens gekomen. Was jij dat niet? Bel ons meteen: ${f.contact}`,
  }),
}

/** To the stewards: whoever holds a mailbox before its owner has a passkey could add the first one. */
export const firstOfColleagueLetter: Template<AboutYou & { who: string; address: string }> = {
  en: (f) => ({
    subject: `${f.who} added a first passkey in ${f.place}`,
    paragraphs: [
      `${f.who} holds a role in ${f.place} and has added a first passkey. From now on the role opens with it.`,
      `Ask them, by telephone or across the desk, whether it was them. If it was not, end their role here:\n${f.address}`,
    ],
  }),
  nl: (f) => ({
    subject: `${f.who} heeft een eerste toegangssleutel toegevoegd in ${f.place}`,
    paragraphs: [
      `${f.who} heeft een rol in ${f.place} en heeft een eerste toegangssleutel (passkey) toegevoegd. Die opent de rol vanaf nu.`,
      `Vraag zelf na of dit klopt, aan de telefoon of aan tafel. Zo niet, beëindig de rol dan hier:\n${f.address}`,
    ],
  }),
}

export const removedLetter: Template<AboutYou & { name: string }> = {
  en: (f) => ({
    subject: `A passkey was removed for ${f.place}`,
    paragraphs: [
      `A passkey of yours is gone: ${f.name}.`,
      `If this was not you, ring us at once: ${f.contact}`,
    ],
    text: `${f.place}: a passkey of yours is gone. Not you? Ring us at once: ${f.contact}`,
  }),
  nl: (f) => ({
    subject: `Er is een toegangssleutel weg voor ${f.place}`,
    paragraphs: [
      `Een toegangssleutel (passkey) van je is weg: ${f.name}.`,
      `Was jij dat niet? Bel ons meteen: ${f.contact}`,
    ],
    text: `${f.place}: een toegangssleutel van je is weg. Was jij dat niet? Bel ons meteen: ${f.contact}`,
  }),
}

export const newCodesLetter: Template<AboutYou> = {
  en: (f) => ({
    subject: `You have new recovery codes for ${f.place}`,
    paragraphs: [
      'Eight new recovery codes were shown on your screen. The old ones no longer work: throw that paper away.',
      `If this was not you, ring us at once: ${f.contact}`,
    ],
    text: `${f.place}: you have new recovery codes, the old ones no longer work. Not you? Ring us at once: ${f.contact}`,
  }),
  nl: (f) => ({
    subject: `Je hebt nieuwe herstelcodes voor ${f.place}`,
    paragraphs: [
      'Acht nieuwe herstelcodes stonden op je scherm. De oude werken niet meer: gooi dat papier weg.',
      `Was jij dat niet? Bel ons meteen: ${f.contact}`,
    ],
    text: `${f.place}: je hebt nieuwe herstelcodes, de oude werken niet meer. Was jij dat niet? Bel ons meteen: ${f.contact}`,
  }),
}

export const recoveredLetter: Template<AboutYou & { left: number }> = {
  en: (f) => ({
    subject: `A recovery code of yours was used at ${f.place}`,
    paragraphs: [
      `Somebody who was signed in as you used one of your recovery codes. Codes left: ${f.left}.`,
      `If this was not you, ring us at once: ${f.contact}`,
    ],
    text: `${f.place}: a recovery code of yours was used. Codes left: ${f.left}. Not you? Ring us at once: ${f.contact}`,
  }),
  nl: (f) => ({
    subject: `Er is een herstelcode van je gebruikt bij ${f.place}`,
    paragraphs: [
      `Iemand die als jou was ingelogd, heeft een van je herstelcodes gebruikt. Je hebt er nog ${f.left}.`,
      `Was jij dat niet? Bel ons meteen: ${f.contact}`,
    ],
    text: `${f.place}: er is een herstelcode van je gebruikt, je hebt er nog ${f.left}. Was jij dat niet? Bel ons meteen: ${f.contact}`,
  }),
}

const WHY: Record<'en' | 'nl', Record<ResetReason, string>> = {
  en: {
    lost: 'they are lost',
    stolen: 'a device may be in the wrong hands',
    asked: 'you asked for it',
  },
  nl: {
    lost: 'ze zijn kwijt',
    stolen: 'een apparaat is misschien in verkeerde handen',
    asked: 'je vroeg erom',
  },
}

export const resetLetter: Template<AboutYou & { reason: ResetReason }> = {
  en: (f) => ({
    subject: `Your passkeys for ${f.place} were taken away`,
    paragraphs: [
      `A steward of ${f.place} took away your passkeys and recovery codes, because ${WHY.en[f.reason]}. You are signed out everywhere.`,
      'Sign in again and add a new passkey under My details; it takes a minute. Until then a role that needs a passkey stays closed.',
      `If you did not expect this, ring us at once: ${f.contact}`,
    ],
    text: `${f.place}: a steward took away your passkeys and signed you out. Sign in and add a new one. Not expected? Ring us: ${f.contact}`,
  }),
  nl: (f) => ({
    subject: `Je toegangssleutels voor ${f.place} zijn weggehaald`,
    paragraphs: [
      `Een beheerder van ${f.place} heeft je toegangssleutels (passkeys) en herstelcodes weggehaald, want ${WHY.nl[f.reason]}. Je bent overal uitgelogd.`,
      'Log opnieuw in en voeg bij Mijn gegevens een nieuwe toegangssleutel toe; dat kost een minuut. Tot dan blijft een rol waarvoor je die nodig hebt, dicht.',
      `Had je dit niet verwacht? Bel ons meteen: ${f.contact}`,
    ],
    text: `${f.place}: een beheerder heeft je toegangssleutels weggehaald en je uitgelogd. Log in en voeg een nieuwe toe. Niet verwacht? Bel ons: ${f.contact}`,
  }),
}
