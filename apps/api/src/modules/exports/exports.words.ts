import type { ListName } from '@howcanwe/shared/exports'
import { LABELS } from './exports.labels.ts'
import type { Labels } from './exports.labels.types.ts'

const en = {
  name: 'Name',
  kind: 'What it is',
  sector: 'Sector',
  income: 'Money last year',
  state: 'State',
  stale: 'Not confirmed for 180 days',
  themes: 'Themes',
  areas: 'Areas',
  partOf: 'Part of',
  numbers: 'Numbers',
  website: 'Website',
  contactName: 'Contact',
  email: 'Email',
  phone: 'Telephone',
  question: 'Question',
  closes: 'Closes at (UTC)',
  resultsBy: 'Answers by',
  ours: 'Mine',
  place: 'Place in the list',
  known: 'Where from',
  score: 'Score (0 to 100)',
  confidence: 'Known (%)',
  parts: 'Points by part',
  wouldSettle: 'One answer that would settle it',
  movedUp: 'Places moved up for balance',
  activities: 'What they do',
  invited: 'Invited',
  whyThem: 'Why them',
  channel: 'How it went',
  invitedAt: 'Invited at (UTC)',
  why: 'Why it matters',
  bring: 'They can bring',
  bringNote: 'Also bring',
  hours: 'Hours a month',
  fromWhen: 'From',
  need: 'They need',
  needNote: 'Also need',
  together: 'Alone or together',
  togetherWith: 'With whom',
  conflict: 'Close to who decides',
  conflictNote: 'How close',
  sentAt: 'Sent at (UTC)',
  reason: 'Our answer',
}
type Heads = typeof en

const nl: Heads = {
  name: 'Naam',
  kind: 'Wat het is',
  sector: 'Sector',
  income: 'Geld vorig jaar',
  state: 'Stand',
  stale: '180 dagen niet bevestigd',
  themes: 'Thema’s',
  areas: 'Buurten',
  partOf: 'Onderdeel van',
  numbers: 'Nummers',
  website: 'Website',
  contactName: 'Contactpersoon',
  email: 'E-mail',
  phone: 'Telefoon',
  question: 'Vraag',
  closes: 'Sluit op (UTC)',
  resultsBy: 'Antwoord uiterlijk',
  ours: 'Van mij',
  place: 'Plaats in de lijst',
  known: 'Waarvandaan',
  score: 'Score (0 tot 100)',
  confidence: 'Bekend (%)',
  parts: 'Punten per deel',
  wouldSettle: 'Antwoord dat het zou uitwijzen',
  movedUp: 'Plaatsen omhoog voor evenwicht',
  activities: 'Wat ze doen',
  invited: 'Uitgenodigd',
  whyThem: 'Waarom zij',
  channel: 'Hoe het ging',
  invitedAt: 'Uitgenodigd op (UTC)',
  why: 'Waarom het ertoe doet',
  bring: 'Ze brengen mee',
  bringNote: 'Brengen ook mee',
  hours: 'Uren per maand',
  fromWhen: 'Vanaf',
  need: 'Ze hebben nodig',
  needNote: 'Hebben ook nodig',
  together: 'Alleen of samen',
  togetherWith: 'Met wie',
  conflict: 'Dicht bij wie beslist',
  conflictNote: 'Hoe dicht',
  sentAt: 'Verstuurd op (UTC)',
  reason: 'Ons antwoord',
}

/** What a list and its columns are called, and what its codes mean, in one language. */
export interface Words {
  heads: Heads
  labels: Labels
  lists: Record<ListName, string>
  kinds: { organisation: string; register: string }
  channels: { mailed: string; 'by-hand': string }
  notKnown: string
  yesNo: (is: boolean) => string
}

const WORDS: Record<'en' | 'nl', Words> = {
  en: {
    heads: en,
    labels: LABELS.en,
    lists: {
      organisations: 'organisations',
      challenges: 'questions',
      matches: 'who-fits',
      invitations: 'invited',
      interests: 'answers',
    },
    kinds: { organisation: 'On our list', register: 'Charity register' },
    channels: { mailed: 'By email', 'by-hand': 'By hand' },
    notKnown: 'not known',
    yesNo: (is) => (is ? 'yes' : 'no'),
  },
  nl: {
    heads: nl,
    labels: LABELS.nl,
    lists: {
      organisations: 'organisaties',
      challenges: 'vraagstukken',
      matches: 'wie-past',
      invitations: 'uitgenodigd',
      interests: 'antwoorden',
    },
    kinds: { organisation: 'Op onze lijst', register: 'Register van goede doelen' },
    channels: { mailed: 'Per mail', 'by-hand': 'Met de hand' },
    notKnown: 'niet bekend',
    yesNo: (is) => (is ? 'ja' : 'nee'),
  },
}

/** @param language what the reader's client asks for: 'nl-NL,nl;q=0.9' */
export const wordsFor = (language: string | undefined): Words =>
  WORDS[language?.slice(0, 2).toLowerCase() === 'nl' ? 'nl' : 'en']
