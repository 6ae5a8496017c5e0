import type { SuggestionState } from '@howcanwe/shared/suggestions'
import type { Template } from '../notifications/index.ts'
import { lastDay } from './suggestions.dates.ts'
import type { DutyFacts, MemberFacts } from './usecases/letters.ts'

interface About {
  number: number
  text: string
  dueAt: Date
}

/** To whoever said it: it is here, and by when somebody reacts. */
export const heardLetter: Template<MemberFacts & About> = {
  en: (f) => ({
    subject: `We have what you suggested: number ${f.number}`,
    paragraphs: [
      `Hello ${f.firstName},`,
      `This is number ${f.number} in ${f.group}:\n“${f.text}”`,
      `You hear what happens with it by ${lastDay('en', f.zone, f.dueAt)}. Every step is written down, with a name and a day.`,
      `See it, or choose whether your first name stands with it:\n${f.link}`,
      f.contact,
    ],
    text: `We have your suggestion, number ${f.number} in ${f.group}. You hear from us by ${lastDay('en', f.zone, f.dueAt)}. ${f.link}`,
  }),
  nl: (f) => ({
    subject: `We hebben je voorstel: nummer ${f.number}`,
    paragraphs: [
      `Hallo ${f.firstName},`,
      `Dit is nummer ${f.number} in de groep ${f.group}:\n“${f.text}”`,
      `Uiterlijk ${lastDay('nl', f.zone, f.dueAt)} hoor je wat ermee gebeurt. Elke stap wordt opgeschreven, met een naam en een dag.`,
      `Bekijk het, of kies of je voornaam erbij staat:\n${f.link}`,
      f.contact,
    ],
    text: `We hebben je voorstel, nummer ${f.number} in ${f.group}. Uiterlijk ${lastDay('nl', f.zone, f.dueAt)} hoor je meer. ${f.link}`,
  }),
}

const BECAME: Record<'en' | 'nl', Record<SuggestionState, string>> = {
  en: {
    said: 'we have it',
    acknowledged: 'we heard it and it will be decided',
    doing: 'it is being done',
    done: 'it is done',
    partly: 'part of it is done',
    'not-doing': 'it will not be done, and here is why',
  },
  nl: {
    said: 'we hebben het',
    acknowledged: 'we hebben het gehoord en er komt een besluit',
    doing: 'er wordt aan gewerkt',
    done: 'het is gedaan',
    partly: 'een deel is gedaan',
    'not-doing': 'het gebeurt niet, en hier lees je waarom',
  },
}

interface Moved {
  number: number
  text: string
  state: SuggestionState
  words: string
  named: string
  /** The next day something is owed, if any. */
  dueAt: Date | null
}

const nextEn = ({ state, zone, dueAt }: Moved & { zone: string }): string[] => {
  if (!dueAt) return []
  const day = lastDay('en', zone, dueAt)
  return [state === 'doing' ? `It is promised for ${day}.` : `You get an answer by ${day}.`]
}
const nextNl = ({ state, zone, dueAt }: Moved & { zone: string }): string[] => {
  if (!dueAt) return []
  const day = lastDay('nl', zone, dueAt)
  return [
    state === 'doing' ? `Het is beloofd voor ${day}.` : `Je krijgt uiterlijk ${day} antwoord.`,
  ]
}

/** To whoever said it, at every step. */
export const movedLetter: Template<MemberFacts & Moved> = {
  en: (f) => ({
    subject: `Your suggestion number ${f.number}: ${BECAME.en[f.state]}`,
    paragraphs: [
      `Hello ${f.firstName},`,
      `You said, in ${f.group}:\n“${f.text}”`,
      `Now ${BECAME.en[f.state]}:\n“${f.words}”`,
      ...(f.named ? [`Who answers for this: ${f.named}.`] : []),
      ...nextEn(f),
      `All of it, step by step:\n${f.link}`,
      f.contact,
    ],
    text: `Your suggestion ${f.number} in ${f.group}: ${BECAME.en[f.state]}. ${f.link}`,
  }),
  nl: (f) => ({
    subject: `Je voorstel nummer ${f.number}: ${BECAME.nl[f.state]}`,
    paragraphs: [
      `Hallo ${f.firstName},`,
      `Je zei in de groep ${f.group}:\n“${f.text}”`,
      `Nu geldt: ${BECAME.nl[f.state]}.\n“${f.words}”`,
      ...(f.named ? [`Wie hierop aanspreekbaar is: ${f.named}.`] : []),
      ...nextNl(f),
      `Alles, stap voor stap:\n${f.link}`,
      f.contact,
    ],
    text: `Je voorstel ${f.number} in ${f.group}: ${BECAME.nl[f.state]}. ${f.link}`,
  }),
}

/** To whoever runs the group. */
export const newLetter: Template<DutyFacts & About> = {
  en: (f) => ({
    subject: `Somebody suggested something: ${f.group}`,
    paragraphs: [
      `Number ${f.number} in ${f.group}:\n“${f.text}”`,
      `Say by ${lastDay('en', f.zone, f.dueAt)} that it was heard, and when it is decided. That is what we promised.`,
      f.link,
    ],
  }),
  nl: (f) => ({
    subject: `Iemand stelde iets voor: ${f.group}`,
    paragraphs: [
      `Nummer ${f.number} in de groep ${f.group}:\n“${f.text}”`,
      `Laat uiterlijk ${lastDay('nl', f.zone, f.dueAt)} weten dat het gehoord is en wanneer het besluit valt. Dat hebben we beloofd.`,
      f.link,
    ],
  }),
}
