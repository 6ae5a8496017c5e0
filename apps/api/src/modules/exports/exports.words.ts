import type { ListName } from '@howcanwe/shared/exports'
import { HEADS, type Heads } from './exports.heads.ts'
import { LABELS } from './exports.labels.ts'
import type { Labels } from './exports.labels.types.ts'

/** What a list and its columns are called, and what its codes mean, in one language. */
export interface Words {
  heads: Heads
  labels: Labels
  lists: Record<ListName, string>
  kinds: { organisation: string; register: string }
  /** Where somebody on the map comes from. */
  listings: { organisation: string; actor: string }
  /** What was typed for somebody. */
  typed: Record<'organisation' | 'capacity' | 'interest' | 'introduction', string>
  /** Of somebody's hours. */
  loads: { over: string; resting: string }
  sides: { ask: string; offer: string }
  /** Of two who have not met, who asks for something and who has it. */
  couldHelp: (of: { needs: string; gives: string; what: string }) => string
  room: (of: { seats: number; stepFree: boolean; kitchen: boolean }) => string
  channels: { mailed: string; 'by-hand': string }
  notKnown: string
  yesNo: (is: boolean) => string
}

function roomIn(
  { seats, stepFree, kitchen }: { seats: number; stepFree: boolean; kitchen: boolean },
  [room, level, cook]: readonly [string, string, string],
): string {
  return [`${room} ${seats}`, ...(stepFree ? [level] : []), ...(kitchen ? [cook] : [])].join(', ')
}

const WORDS: Record<'en' | 'nl', Words> = {
  en: {
    heads: HEADS.en,
    labels: LABELS.en,
    lists: {
      organisations: 'organisations',
      challenges: 'questions',
      matches: 'who-fits',
      invitations: 'invited',
      interests: 'answers',
      queue: 'waiting',
      cases: 'cases',
      introductions: 'introductions',
      contacts: 'address-book',
      actors: 'who-is-here',
      support: 'support',
      unmet: 'have-not-met',
      hours: 'hours',
      practices: 'what-works',
      months: 'my-months',
      seeds: 'asked-to-answer-together',
      typed: 'typed-for-them',
      proposals: 'questions-from-residents',
      'answers-owed': 'answers-owed-to-residents',
    },
    kinds: { organisation: 'On our list', register: 'Charity register' },
    listings: { organisation: 'On our list', actor: 'Added by a broker' },
    typed: {
      organisation: 'Put on the list',
      capacity: 'What they have and can spare',
      interest: 'An answer to a question',
      introduction: 'What they said about an introduction',
    },
    loads: { over: 'Promised a lot', resting: 'Resting' },
    sides: { ask: 'Asks', offer: 'Offers' },
    couldHelp: ({ needs, gives, what }) => `${needs} asks for: ${what}. ${gives} could help.`,
    room: (of) => roomIn(of, ['A room for', 'step-free', 'with a kitchen']),
    channels: { mailed: 'By email', 'by-hand': 'By hand' },
    notKnown: 'not known',
    yesNo: (is) => (is ? 'yes' : 'no'),
  },
  nl: {
    heads: HEADS.nl,
    labels: LABELS.nl,
    lists: {
      organisations: 'organisaties',
      challenges: 'vraagstukken',
      matches: 'wie-past',
      invitations: 'uitgenodigd',
      interests: 'antwoorden',
      queue: 'wat-wacht',
      cases: 'zaken',
      introductions: 'kennismakingen',
      contacts: 'adresboek',
      actors: 'wie-er-is',
      support: 'onderlinge-hulp',
      unmet: 'kennen-elkaar-niet',
      hours: 'uren',
      practices: 'wat-werkt',
      months: 'mijn-maanden',
      seeds: 'gevraagd-om-samen-te-reageren',
      typed: 'voor-hen-getypt',
      proposals: 'vragen-van-bewoners',
      'answers-owed': 'antwoorden-aan-bewoners',
    },
    kinds: { organisation: 'Op onze lijst', register: 'Register van goede doelen' },
    listings: { organisation: 'Op onze lijst', actor: 'Erbij gezet door een verbinder' },
    typed: {
      organisation: 'Op de lijst gezet',
      capacity: 'Wat ze hebben en kunnen missen',
      interest: 'Een reactie op een vraagstuk',
      introduction: 'Wat ze zeiden over een kennismaking',
    },
    loads: { over: 'Veel toegezegd', resting: 'Heeft pauze' },
    sides: { ask: 'Zoekt', offer: 'Biedt' },
    couldHelp: ({ needs, gives, what }) =>
      `${needs} zoekt: ${what}. ${gives} kan misschien helpen.`,
    room: (of) => roomIn(of, ['Een zaal voor', 'zonder drempels', 'met keuken']),
    channels: { mailed: 'Per mail', 'by-hand': 'Met de hand' },
    notKnown: 'niet bekend',
    yesNo: (is) => (is ? 'ja' : 'nee'),
  },
}

/** @param language what the reader's client asks for: 'nl-NL,nl;q=0.9' */
export const wordsFor = (language: string | undefined): Words =>
  WORDS[language?.slice(0, 2).toLowerCase() === 'nl' ? 'nl' : 'en']
