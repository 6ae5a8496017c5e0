/** The parts of the composer in order, and which answers each holds. */
export const SECTIONS = [
  { key: 'question', fields: ['question', 'summary', 'themes', 'areaIds'] },
  { key: 'case', fields: ['innovation', 'inventReason', 'notAtRisk'] },
  {
    key: 'people',
    fields: [
      'whyNow',
      'whoIsAffected',
      'leastServed',
      'outcome',
      'outcomeBy',
      'prevention',
      'organisationBenefit',
    ],
  },
  { key: 'tried', fields: ['tried', 'lookedWhere'] },
  { key: 'limits', fields: ['constraints'] },
  {
    key: 'offer',
    fields: [
      'participationPence',
      'backfillPence',
      'testsPence',
      'accessPence',
      'officerHours',
      'otherOffer',
      'payHourlyPence',
      'payWhen',
      'route',
    ],
  },
  { key: 'criteria', fields: ['criteria', 'cohortSize', 'expectedInterests', 'eligibility'] },
  { key: 'dates', fields: ['hoursPerMonth', 'closesAt', 'resultsBy', 'startsOn', 'endsOn'] },
  { key: 'fair', fields: ['askCostReason', 'findingAnswers'] },
] as const
export type SectionKey = (typeof SECTIONS)[number]['key']

const fieldOf = (name: string): string => name.split('.')[0] ?? ''

/** Where each named answer stands in the form: section first, then field, then row. */
function placeOf(name: string): number {
  const at = SECTIONS.flatMap((section) => section.fields as readonly string[]).indexOf(
    fieldOf(name),
  )
  return at < 0 ? Number.MAX_SAFE_INTEGER : at
}

/** In the order of the form, so that the list above it reads like the page. */
export const inOrder = <T extends { name: string }>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => placeOf(a.name) - placeOf(b.name))

/** How many answers of each section are still missing. */
export const countsBySection = (missing: readonly { name: string }[]): Record<SectionKey, number> =>
  Object.fromEntries(
    SECTIONS.map(({ key, fields }) => [
      key,
      missing.filter(({ name }) => (fields as readonly string[]).includes(fieldOf(name))).length,
    ]),
  ) as Record<SectionKey, number>

const ROWS: Record<string, string> = {
  tried: 'tried.0.what',
  constraints: 'constraints.0.what',
  criteria: 'criteria.0.name',
  findingAnswers: 'part-fair',
}
/** The box that a link from the list of missing answers should lead to. */
export const boxOf = (name: string): string => ROWS[name] ?? name
