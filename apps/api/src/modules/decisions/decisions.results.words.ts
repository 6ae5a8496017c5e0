import type { BodyAnswer } from '@howcanwe/shared/decisions'
import type { Template } from '../notifications/index.ts'

/** How a count ended, and what follows from it. */
export type Outcome = 'decided' | 'body-next' | 'once-more' | 'not-agreed' | 'too-few'

interface ToMember {
  group: string
  reference: string
  text: string
  /** Opens their place on any device. */
  link: string
  contact: string
}

interface Counted extends ToMember {
  outcome: Outcome
  agreed: boolean
  /** Who answers for the body, and by when; empty where no body has the last word. */
  body: string
  by: string
  /** The day the group looks again; empty where nothing was decided. */
  reviewOn: string
}

const resultEn = (f: Counted) =>
  f.outcome === 'too-few' ? 'too few answered' : f.agreed ? 'agreed' : 'not agreed'
const uitslag = (f: Counted) =>
  f.outcome === 'too-few' ? 'te weinig antwoorden' : f.agreed ? 'akkoord' : 'niet akkoord'

const NEXT_EN: Record<Outcome, (f: Counted) => string> = {
  decided: (f) => `It is decided. The group looks again on ${f.reviewOn}.`,
  'body-next': (f) => `${f.body} has the last word and answers by ${f.by}. We write to you then.`,
  'once-more': () =>
    'Every objection is answered in writing, and the words are changed once. Then we ask you again.',
  'not-agreed': () => 'It does not go ahead as it is.',
  'too-few': () => 'It does not count. We can ask you once more.',
}
const VERDER: Record<Outcome, (f: Counted) => string> = {
  decided: (f) => `Het is besloten. De groep kijkt opnieuw op ${f.reviewOn}.`,
  'body-next': (f) =>
    `${f.body} heeft het laatste woord en antwoordt uiterlijk ${f.by}. Dan schrijven we je.`,
  'once-more': () =>
    'Elk bezwaar krijgt een antwoord op papier, en de tekst wordt één keer aangepast. Daarna vragen we het je opnieuw.',
  'not-agreed': () => 'Het gaat zo niet door.',
  'too-few': () => 'Het telt niet. We kunnen het je nog een keer vragen.',
}

/** To every member who can be written to, once it is counted. No figures: those stand behind their own door. */
export const countedLetter: Template<Counted> = {
  en: (f) => ({
    subject: `The answers are counted: ${resultEn(f)}. ${f.group}`,
    paragraphs: [
      `You were asked about this:\n“${f.text}”`,
      `The result: ${resultEn(f)}. ${NEXT_EN[f.outcome](f)}`,
      `How each voice answered, and what was objected:\n${f.link}`,
      `Or ring us: ${f.contact}. Your reference is ${f.reference}.`,
    ],
    text: `${f.group}: ${resultEn(f)}. ${NEXT_EN[f.outcome](f)} ${f.link}`,
  }),
  nl: (f) => ({
    subject: `De antwoorden zijn geteld: ${uitslag(f)}. ${f.group}`,
    paragraphs: [
      `Dit was de vraag:\n“${f.text}”`,
      `De uitslag: ${uitslag(f)}. ${VERDER[f.outcome](f)}`,
      `Hoe elke stem antwoordde, en welke bezwaren er waren:\n${f.link}`,
      `Of bel ons: ${f.contact}. Je nummer is ${f.reference}.`,
    ],
    text: `${f.group}: ${uitslag(f)}. ${VERDER[f.outcome](f)} ${f.link}`,
  }),
}

const ANSWER_EN: Record<BodyAnswer, string> = {
  accept: 'accepts it',
  'in-part': 'accepts it in part',
  not: 'says no',
}
const ANTWOORD: Record<BodyAnswer, string> = {
  accept: 'neemt het over',
  'in-part': 'neemt het deels over',
  not: 'zegt nee',
}

/** To the same members, once the named person has answered. */
export const answeredLetter: Template<
  ToMember & { body: string; answer: BodyAnswer; reasons: string }
> = {
  en: (f) => ({
    subject: `${f.body} has answered: ${f.group}`,
    paragraphs: [
      `This is what the group was asked:\n“${f.text}”`,
      `${f.body} ${ANSWER_EN[f.answer]}. The reasons:\n${f.reasons}`,
      `Everybody can read this answer. Read it with the answer to each objection:\n${f.link}`,
      `Or ring us: ${f.contact}. Your reference is ${f.reference}.`,
    ],
    text: `${f.group}: ${f.body} ${ANSWER_EN[f.answer]}. Why: ${f.link}`,
  }),
  nl: (f) => ({
    subject: `${f.body} heeft geantwoord: ${f.group}`,
    paragraphs: [
      `Dit was de vraag aan de groep:\n“${f.text}”`,
      `${f.body} ${ANTWOORD[f.answer]}. De redenen:\n${f.reasons}`,
      `Iedereen kan dit antwoord lezen. Lees het met het antwoord op elk bezwaar:\n${f.link}`,
      `Of bel ons: ${f.contact}. Je nummer is ${f.reference}.`,
    ],
    text: `${f.group}: ${f.body} ${ANTWOORD[f.answer]}. Waarom: ${f.link}`,
  }),
}

interface ToRing {
  group: string
  number: number
  page: string
  /** People no letter reaches. */
  people: number
}

/** To the facilitator: news that some hear by telephone or not at all. Who they are stays behind the sign-in. */
export const toRingLetter: Template<ToRing & { answered: boolean }> = {
  en: (f) => ({
    subject: `Please ring ${f.people === 1 ? 'one person' : `${f.people} people`}: ${f.group}`,
    paragraphs: [
      `Decision ${f.number} ${f.answered ? 'has its answer' : 'is counted'}. ${f.people === 1 ? 'One person' : `${f.people} people`} in the group can be reached by no letter and no text.`,
      `Who it is, how to reach them, and what to tell:\n${f.page}`,
    ],
  }),
  nl: (f) => ({
    subject: `Bel ${f.people === 1 ? 'één persoon' : `${f.people} mensen`}: ${f.group}`,
    paragraphs: [
      `Besluit ${f.number} ${f.answered ? 'heeft zijn antwoord' : 'is geteld'}. ${f.people === 1 ? 'Eén persoon' : `${f.people} mensen`} in de groep ${f.people === 1 ? 'krijgt' : 'krijgen'} geen brief en geen sms.`,
      `Wie het is, hoe je die persoon bereikt en wat er te vertellen is:\n${f.page}`,
    ],
  }),
}
