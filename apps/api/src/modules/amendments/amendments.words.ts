import type { Amendable, AmendedField } from '@howcanwe/shared/amendments'
import { dated } from '../interests/index.ts'
import type { Template } from '../notifications/index.ts'

interface Facts {
  question: string
  closesAt: string
  link: string
  contact: string
}
export interface SubstanceFacts extends Facts {
  reason: string
  fields: readonly AmendedField[]
  timeZone: string
}
export interface PauseFacts extends Facts {
  reason: string
}

const LABELS: Record<'en' | 'nl', Record<Amendable, string>> = {
  en: {
    summary: 'In short',
    whyNow: 'Why now',
    whoIsAffected: 'Who it is about',
    leastServed: 'Who is served least today',
    outcome: 'What people will be able to say',
    organisationBenefit: 'What organisations gain',
    notAtRisk: 'What must not be put at risk',
    otherOffer: 'What else is on offer',
    payWhen: 'When people are paid',
    participationPence: 'Money for residents who take part',
    backfillPence: 'Money for small organisations’ time',
    testsPence: 'Money for trying things',
    accessPence: 'Money for access and travel',
    payHourlyPence: 'Pay per hour',
    officerHours: 'Hours of officers’ time',
    hoursPerMonth: 'Hours asked a month',
    expectedInterests: 'Answers expected',
    closesAt: 'Closes',
    resultsBy: 'You hear by',
    startsOn: 'Starts',
    endsOn: 'Ends',
  },
  nl: {
    summary: 'In het kort',
    whyNow: 'Waarom nu',
    whoIsAffected: 'Om wie het gaat',
    leastServed: 'Wie nu het minst wordt geholpen',
    outcome: 'Wat mensen straks kunnen zeggen',
    organisationBenefit: 'Wat organisaties eraan hebben',
    notAtRisk: 'Wat niet in gevaar mag komen',
    otherOffer: 'Wat er nog meer wordt geboden',
    payWhen: 'Wanneer mensen betaald krijgen',
    participationPence: 'Geld voor bewoners die meedoen',
    backfillPence: 'Geld voor de tijd van kleine organisaties',
    testsPence: 'Geld om dingen uit te proberen',
    accessPence: 'Geld voor toegankelijkheid en reizen',
    payHourlyPence: 'Vergoeding per uur',
    officerHours: 'Uren van ambtenaren',
    hoursPerMonth: 'Gevraagde uren per maand',
    expectedInterests: 'Verwacht aantal reacties',
    closesAt: 'Sluit',
    resultsBy: 'Je hoort het uiterlijk',
    startsOn: 'Begint',
    endsOn: 'Eindigt',
  },
}

const DATES: readonly Amendable[] = ['closesAt', 'resultsBy', 'startsOn', 'endsOn']
const NOTHING = { en: 'nothing', nl: 'niets' }

function valueIn(language: 'en' | 'nl', timeZone: string, field: Amendable, value: unknown) {
  if (value === null || value === '') return NOTHING[language]
  if (DATES.includes(field)) return dated(language, timeZone, String(value))
  if (!field.endsWith('Pence')) return String(value)
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB'
  const pounds = Number(value) / 100
  const digits = Number.isInteger(pounds) ? 0 : 2
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'GBP',
    minimumFractionDigits: digits,
  }).format(pounds)
}

const listed = (language: 'en' | 'nl', { fields, timeZone }: SubstanceFacts): string =>
  fields
    .map(({ field, before, after }) => {
      const [from, to] = [before, after].map((v) => valueIn(language, timeZone, field, v))
      return language === 'nl'
        ? `${LABELS.nl[field]}\nEerst: ${from}\nNu: ${to}`
        : `${LABELS.en[field]}\nBefore: ${from}\nNow: ${to}`
    })
    .join('\n\n')

/** The ask itself changed; whoever answered has five working days more to change their answer or take it back. */
export const substanceLetter: Template<SubstanceFacts> = {
  en: (f) => ({
    subject: `Changed: ${f.question}`,
    paragraphs: [
      `Something you may have counted on has changed in “${f.question}”`,
      listed('en', f),
      `Why: ${f.reason}`,
      `It is open until ${f.closesAt} now. If you have answered, your answer stands; until then you can change it or take it back.`,
      `Every change is on the page:\n${f.link}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Veranderd: ${f.question}`,
    paragraphs: [
      `Er is iets veranderd in “${f.question}” waar je misschien op rekende.`,
      listed('nl', f),
      `Waarom: ${f.reason}`,
      `Het staat nu open tot ${f.closesAt}. Heb je al gereageerd, dan blijft je reactie staan; tot dan kun je die aanpassen of intrekken.`,
      `Alle veranderingen staan op de pagina:\n${f.link}`,
      f.contact,
    ],
  }),
}

/** The clock stands still until a day. */
export const pausedLetter: Template<PauseFacts & { until: string }> = {
  en: (f) => ({
    subject: `Paused: ${f.question}`,
    paragraphs: [
      `“${f.question}” is paused until ${f.until}.`,
      `Why: ${f.reason}`,
      'You do not have to do anything. The time you had left is kept: the closing time moves on by as long as the pause lasts. We email you when it goes on.',
      f.link,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Staat stil: ${f.question}`,
    paragraphs: [
      `“${f.question}” staat stil tot en met ${f.until}.`,
      `Waarom: ${f.reason}`,
      'Je hoeft niets te doen. De tijd die je nog had, houd je: het sluit zoveel later als de pauze duurt. We mailen je als het verdergaat.',
      f.link,
      f.contact,
    ],
  }),
}

/** The clock runs again. */
export const resumedLetter: Template<PauseFacts> = {
  en: (f) => ({
    subject: `Open again: ${f.question}`,
    paragraphs: [
      `“${f.question}” is open again.`,
      `It closes on ${f.closesAt}. If you have answered, your answer stands; until then you can change it or take it back.`,
      f.link,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Weer open: ${f.question}`,
    paragraphs: [
      `“${f.question}” staat weer open.`,
      `Het sluit op ${f.closesAt}. Heb je al gereageerd, dan blijft je reactie staan; tot dan kun je die aanpassen of intrekken.`,
      f.link,
      f.contact,
    ],
  }),
}
