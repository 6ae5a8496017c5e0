import type { Template } from '../notifications/index.ts'
import { dayOf, spanOf } from './codesign.dates.ts'

export interface SessionFacts {
  startsAt: Date
  endsAt: Date
  venue: string
  address: string | null
  gettingThere: string
}

interface ToMember {
  group: string
  reference: string
  zone: string
  /** Page of the group. */
  page: string
  /** Whom to ring: name and number of the place's person. */
  contact: string
}

const whereOf = (s: SessionFacts): string =>
  [s.venue, s.address, s.gettingThere].filter(Boolean).join('\n')

/** To the person who joined. Nothing they typed is in it: anyone can write somebody else's address in a form. */
export const joinedLetter: Template<
  ToMember & {
    session: SessionFacts | undefined
    facilitator: string
    contactBy: string
    /** Opens the place: see papers, say you come, take part. */
    open: string
    leave: string
    /** Who opened what they need, after signing in with this address. */
    looked: string
  }
> = {
  en: (f) => ({
    subject: `You have a place: ${f.reference}`,
    paragraphs: [
      `You have a place in ${f.group}. Your reference is ${f.reference}. Say it when you ring us.`,
      f.session
        ? `The next session:\n${spanOf('en', f.zone, f.session)}\n${whereOf(f.session)}`
        : 'The date of the next session is not set yet. We write to you when it is.',
      `${f.facilitator || 'The person who runs the group'} will get in touch by ${dayOf('en', f.zone, f.contactBy)}.`,
      `Your place in the group: say whether you come, read the papers, give your answer. No account needed:\n${f.open}`,
      `About the group:\n${f.page}`,
      `To see what you agreed to, and who opened what you need, sign in with this address:\n${f.looked}`,
      `Was this not you, or do you want to leave? Open this page and press the button. You need no reason. What you told us is deleted.\n${f.leave}`,
      f.contact,
    ],
    text: `You have a place in ${f.group}: ${f.reference}. ${f.facilitator || 'We'} will be in touch by ${dayOf('en', f.zone, f.contactBy)}. See it, or leave: ${f.open}`,
  }),
  nl: (f) => ({
    subject: `Je hebt een plek: ${f.reference}`,
    paragraphs: [
      `Je hebt een plek in de groep ${f.group}. Je kenmerk is ${f.reference}. Noem het als je ons belt.`,
      f.session
        ? `De volgende bijeenkomst:\n${spanOf('nl', f.zone, f.session)}\n${whereOf(f.session)}`
        : 'De datum van de volgende bijeenkomst is er nog niet. Je krijgt een mail zodra die er is.',
      `${f.facilitator || 'De begeleider van de groep'} neemt uiterlijk ${dayOf('nl', f.zone, f.contactBy)} contact op.`,
      `Je plek in de groep: zeg of je komt, lees de stukken, geef je antwoord. Een account is niet nodig:\n${f.open}`,
      `Over de groep:\n${f.page}`,
      `Wil je zien waar je ja op zei, en wie opende wat je nodig hebt? Log in met dit adres:\n${f.looked}`,
      `Was jij dit niet, of wil je stoppen? Open deze pagina en druk op de knop. Een reden hoeft niet. Wat je ons vertelde, wordt gewist.\n${f.leave}`,
      f.contact,
    ],
    text: `Je hebt een plek in ${f.group}: ${f.reference}. Je hoort uiterlijk ${dayOf('nl', f.zone, f.contactBy)} van ${f.facilitator || 'ons'}. Bekijken of stoppen: ${f.open}`,
  }),
}

/** To a member whose address was given again. */
export const alreadyHereLetter: Template<ToMember> = {
  en: (f) => ({
    subject: `You already have a place: ${f.reference}`,
    paragraphs: [
      `Somebody gave this email address to join ${f.group}. You already have a place there, so nothing has changed. Your reference is ${f.reference}.`,
      'To leave, use the link in our first email. Lost it? Or did somebody else in your home want to join? Ring us.',
      `About the group:\n${f.page}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Je hebt al een plek: ${f.reference}`,
    paragraphs: [
      `Iemand gaf dit e-mailadres op om mee te doen in ${f.group}. Je hebt daar al een plek, dus er is niets veranderd. Je kenmerk is ${f.reference}.`,
      'Wil je stoppen? Gebruik de link in onze eerste mail. Ben je die kwijt? Of wilde een huisgenoot meedoen? Bel ons.',
      `Over de groep:\n${f.page}`,
      f.contact,
    ],
  }),
}

interface ToFacilitator {
  group: string
  desk: string
  zone: string
}

/** To the facilitator: that somebody joined, not who. Mail travels far; names stay behind the sign-in. */
export const somebodyJoinedLetter: Template<ToFacilitator & { contactBy: string }> = {
  en: (f) => ({
    subject: `Somebody joined ${f.group}`,
    paragraphs: [
      `Please get in touch with them by ${dayOf('en', f.zone, f.contactBy)}. They have been told you will.`,
      `Who it is and how to reach them:\n${f.desk}`,
    ],
  }),
  nl: (f) => ({
    subject: `Iemand doet mee in ${f.group}`,
    paragraphs: [
      `Neem uiterlijk ${dayOf('nl', f.zone, f.contactBy)} contact op. Dat hebben we beloofd.`,
      `Wie het is en hoe je die persoon bereikt:\n${f.desk}`,
    ],
  }),
}

export const somebodyLeftLetter: Template<ToFacilitator> = {
  en: (f) => ({
    subject: `Somebody left ${f.group}`,
    paragraphs: [
      'Their place is free again and what they told us is deleted. They need not say why.',
      `Your group:\n${f.desk}`,
    ],
  }),
  nl: (f) => ({
    subject: `Iemand is gestopt met ${f.group}`,
    paragraphs: [
      'De plek is weer vrij en wat die persoon vertelde, is gewist. Een reden hoeft niet.',
      `Jouw groep:\n${f.desk}`,
    ],
  }),
}

type Twice = ToFacilitator & { reference: string; second: string }

export const givenAgainLetter: Template<Twice> = {
  en: (f) => ({
    subject: `${f.reference}: the same contact was given again`,
    paragraphs: [
      `Somebody gave the contact of ${f.reference} to join ${f.group}. Their slip says ${f.second}. No second place was taken, and they were not told that this contact is in the group.`,
      'It may be the same person twice, or somebody who shares that phone or address. Please ask when you are in touch.',
      f.desk,
    ],
  }),
  nl: (f) => ({
    subject: `${f.reference}: hetzelfde contact is nog eens opgegeven`,
    paragraphs: [
      `Iemand gaf het contact van ${f.reference} op om mee te doen in ${f.group}. Op dat briefje staat ${f.second}. Er is geen tweede plek bezet, en er is niet verteld dat dit contact al in de groep zit.`,
      'Het kan dezelfde persoon zijn, of iemand met dezelfde telefoon of hetzelfde adres. Vraag ernaar als je contact hebt.',
      f.desk,
    ],
  }),
}

export const mayWantToLeaveLetter: Template<Twice> = {
  en: (f) => ({
    subject: `${f.reference} may want to leave`,
    paragraphs: [
      `Somebody used the slip ${f.second} to leave ${f.group}. It was handed out when the contact of ${f.reference} was given a second time, so it cannot end that place by itself.`,
      'Please get in touch and ask. If they want to leave, the link on their first slip does it at once.',
      f.desk,
    ],
  }),
  nl: (f) => ({
    subject: `${f.reference} wil misschien stoppen`,
    paragraphs: [
      `Iemand gebruikte het briefje ${f.second} om te stoppen met ${f.group}. Dat briefje hoort bij een contact dat twee keer is opgegeven (${f.reference}), dus het kan de plek niet vanzelf vrijmaken.`,
      'Neem contact op en vraag het. Wil die persoon stoppen? Dan kan dat meteen met de link op het eerste briefje.',
      f.desk,
    ],
  }),
}

/** For calendar files. */
export const stepFreeWords = {
  en: 'You can get in without steps.',
  nl: 'Je kunt naar binnen zonder trap.',
}

/** To whoever gave, or whose contact was given, for a place that the two of them have taken already. */
export const heldBackLetter: Template<
  Pick<ToMember, 'group' | 'page' | 'contact'> & { details: string }
> = {
  en: (f) => ({
    subject: `No second place in ${f.group}`,
    paragraphs: [
      `Somebody asked for a place in ${f.group} with your address. You did not get one: you take part there for somebody, or somebody does for you, and a group hears one voice from the two of you.`,
      `If it was you and you would rather have a place of your own, end the help under My details first:\n${f.details}`,
      `About the group:\n${f.page}`,
      'If it was not you, do nothing.',
      f.contact,
    ],
    text: `Somebody asked for a place in ${f.group} with your number. You and somebody you help, or who helps you, have one place there already. More: ${f.details}`,
  }),
  nl: (f) => ({
    subject: `Geen tweede plek in ${f.group}`,
    paragraphs: [
      `Iemand vroeg met jouw adres om een plek in de groep ${f.group}. Die kreeg je niet: jij doet daar mee namens iemand, of iemand namens jou, en een groep hoort van jullie tweeën één stem.`,
      `Was jij het, en wil je liever een eigen plek? Stop dan eerst de hulp, bij Mijn gegevens:\n${f.details}`,
      `Over de groep:\n${f.page}`,
      'Was jij het niet? Dan hoef je niets te doen.',
      f.contact,
    ],
    text: `Iemand vroeg met jouw nummer om een plek in ${f.group}. Jij en wie je helpt, of wie jou helpt, hebben daar al één plek. Meer: ${f.details}`,
  }),
}
