import type { Grantable } from '@howcanwe/shared/roles'
import type { Template } from '../notifications/index.ts'
import { DESCRIBED } from './roles.names.ts'

export interface HolderFacts {
  place: string
  role: Grantable
  /** What it is held over, where that is less than the place. */
  over: string | null
  /** Who gave it, suspended it or ended it. */
  by: string | null
  /** The last day, YYYY-MM-DD in the place. */
  until: string | null
  reason: string | null
  link: string
  contact: string
}

const LOCALE = { en: 'en-GB', nl: 'nl-NL' } as const

function day(language: 'en' | 'nl', until: string): string {
  const format = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(LOCALE[language], format).format(new Date(until))
}

const where = (f: HolderFacts): string => (f.over === null ? f.place : `“${f.over}” (${f.place})`)

const said = <T>(value: T | null, words: (value: T) => string): string[] =>
  value === null ? [] : [words(value)]

const described = (language: 'en' | 'nl', { role }: HolderFacts) => DESCRIBED[language][role]

export const grantedLetter: Template<HolderFacts> = {
  en: (f) => ({
    subject: `You are ${described('en', f).name} in ${f.place}`,
    paragraphs: [
      f.by === null
        ? `You have a role: ${described('en', f).name}, for ${where(f)}.`
        : `${f.by} has given you a role: ${described('en', f).name}, for ${where(f)}.`,
      `You may ${described('en', f).may}.`,
      `You may not ${described('en', f).mayNot}.`,
      ...said(f.until, (until) => `It lasts until the end of ${day('en', until)}.`),
      `Sign in with this address to begin. Do you not want it? Lay it down there, in a minute:\n${f.link}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Je bent ${described('nl', f).name} in ${f.place}`,
    paragraphs: [
      f.by === null
        ? `Je hebt een rol: ${described('nl', f).name}, voor ${where(f)}.`
        : `${f.by} heeft je een rol gegeven: ${described('nl', f).name}, voor ${where(f)}.`,
      `Je mag ${described('nl', f).may}.`,
      `Je mag niet ${described('nl', f).mayNot}.`,
      ...said(f.until, (until) => `De rol duurt tot en met ${day('nl', until)}.`),
      `Log met dit adres in om te beginnen. Wil je de rol niet? Leg hem daar in een minuut neer:\n${f.link}`,
      f.contact,
    ],
  }),
}

interface Sentences {
  subject: string
  first: string
  next: string
}

const letterOf = (f: HolderFacts, s: Sentences) => ({
  subject: s.subject,
  paragraphs: [s.first, ...said(f.reason, (reason) => `“${reason}”`), s.next, f.contact],
  // The reason last: a long one is cut at its end, and whom to ring is not.
  ...(f.reason === null ? {} : { text: `${s.subject}. ${f.contact}. “${f.reason}”` }),
})

export const suspendedLetter: Template<HolderFacts> = {
  en: (f) =>
    letterOf(f, {
      subject: `Your role in ${f.place} rests for now`,
      first: `From now on you cannot use your role as ${described('en', f).name} for ${where(f)}. The reason:`,
      next: 'It may be given back to you. If you think this is wrong, ring us.',
    }),
  nl: (f) =>
    letterOf(f, {
      subject: `Je rol in ${f.place} ligt voorlopig stil`,
      first: `Je kunt je rol als ${described('nl', f).name} voor ${where(f)} vanaf nu niet gebruiken. De reden:`,
      next: 'Je kunt hem terugkrijgen. Klopt dit volgens jou niet? Bel ons.',
    }),
}

export const resumedLetter: Template<HolderFacts> = {
  en: (f) =>
    letterOf(f, {
      subject: `You have your role in ${f.place} back`,
      first: `You are ${described('en', f).name} for ${where(f)} again.`,
      next: `All your roles stand here:\n${f.link}`,
    }),
  nl: (f) =>
    letterOf(f, {
      subject: `Je hebt je rol in ${f.place} terug`,
      first: `Je bent weer ${described('nl', f).name} voor ${where(f)}.`,
      next: `Al je rollen staan hier:\n${f.link}`,
    }),
}

export const endedLetter: Template<HolderFacts> = {
  en: (f) =>
    letterOf(f, {
      subject: `Your role in ${f.place} has ended`,
      first: `You are no longer ${described('en', f).name} for ${where(f)}. The reason:`,
      next: 'Everything else you do here stays as it is. If you think this is wrong, ring us.',
    }),
  nl: (f) =>
    letterOf(f, {
      subject: `Je rol in ${f.place} is afgelopen`,
      first: `Je bent niet meer ${described('nl', f).name} voor ${where(f)}. De reden:`,
      next: 'Al het andere wat je hier doet, blijft zoals het is. Klopt dit volgens jou niet? Bel ons.',
    }),
}

export const declinedLetter: Template<HolderFacts> = {
  en: (f) =>
    letterOf(f, {
      subject: `No to a role in ${f.place}`,
      first: `A steward has said no, so you do not have the role of ${described('en', f).name}. The reason:`,
      next: 'You can take part as before. If you think this is wrong, ring us.',
    }),
  nl: (f) =>
    letterOf(f, {
      subject: `Nee op een rol in ${f.place}`,
      first: `Een beheerder heeft nee gezegd, dus je hebt de rol van ${described('nl', f).name} niet. De reden:`,
      next: 'Je kunt blijven meedoen zoals je deed. Klopt dit volgens jou niet? Bel ons.',
    }),
}

export interface StewardFacts {
  place: string
  role: Grantable
  /** Whom it is about. */
  who: string
  /** Who wrote or pressed. */
  by: string
  words: string | null
  link: string
}

const named = (language: 'en' | 'nl', { role }: StewardFacts) => DESCRIBED[language][role].name

export const requestedLetter: Template<StewardFacts> = {
  en: (f) => ({
    subject: `${f.who} asks to be ${named('en', f)} in ${f.place}`,
    paragraphs: [
      `${f.who} asks to be ${named('en', f)} and writes:`,
      ...said(f.words, (words) => `“${words}”`),
      `Say yes or no here; it takes two minutes:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: `${f.who} wil ${named('nl', f)} worden in ${f.place}`,
    paragraphs: [
      `${f.who} wil ${named('nl', f)} worden en schrijft:`,
      ...said(f.words, (words) => `“${words}”`),
      `Zeg hier ja of nee; het kost twee minuten:\n${f.link}`,
    ],
  }),
}

export const proposedLetter: Template<StewardFacts> = {
  en: (f) => ({
    subject: `A second yes for a steward of ${f.place}`,
    paragraphs: [
      `${f.by} proposes ${f.who} as a steward of ${f.place}. It takes two stewards, so it waits for one of you.`,
      `Say yes or no here; it takes two minutes:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: `Een tweede ja voor een beheerder van ${f.place}`,
    paragraphs: [
      `${f.by} stelt ${f.who} voor als beheerder van ${f.place}. Daar zijn twee beheerders voor nodig, dus het wacht op een van jullie.`,
      `Zeg hier ja of nee; het kost twee minuten:\n${f.link}`,
    ],
  }),
}

export const laidDownLetter: Template<StewardFacts> = {
  en: (f) => ({
    subject: `${f.who} is no longer ${named('en', f)} in ${f.place}`,
    paragraphs: [
      `${f.who} has laid down the role of ${named('en', f)}.`,
      `Who does what stands here:\n${f.link}`,
    ],
  }),
  nl: (f) => ({
    subject: `${f.who} is niet meer ${named('nl', f)} in ${f.place}`,
    paragraphs: [
      `${f.who} heeft de rol van ${named('nl', f)} neergelegd.`,
      `Wie wat doet, staat hier:\n${f.link}`,
    ],
  }),
}
