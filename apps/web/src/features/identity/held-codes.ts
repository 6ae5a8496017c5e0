import type { HeldField, HeldSection } from '@howcanwe/shared/identity'

/** Where the words of a code lie in the catalogue `held`; several are looked through in order. */
type Where = readonly string[]

/** Fields that carry a code wherever they stand. All others are shown as they were written. */
const CODED: Partial<Record<HeldField, Where>> = {
  language: ['values.languages'],
  channel: ['values.channels'],
  formats: ['values.formats'],
  role: ['values.roles'],
  state: ['values.states'],
  ways: ['values.ways'],
  purpose: ['values.purposes'],
  kind: ['values.kinds'],
  what: ['values.things', 'values.roles'],
  how: ['values.how'],
  bring: ['values.skills'],
  need: ['values.helps'],
}

/** Where a section has other words for a field. */
const CODED_IN: Partial<Record<HeldSection, Partial<Record<HeldField, Where>>>> = {
  emails: { kind: ['letters'] },
  trail: { what: ['did'] },
  looks: { what: ['values.boxes'] },
  needs: { kind: ['values.boxes'] },
  places: { why: ['values.reasons'] },
}

/** @returns nothing where a field carries what somebody wrote, a name or a number */
export const whereWordsAre = (section: HeldSection, field: HeldField): Where | undefined =>
  CODED_IN[section]?.[field] ?? CODED[field]
