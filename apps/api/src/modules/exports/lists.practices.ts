import type { Call } from '@howcanwe/shared/http'
import { practicesContract } from '@howcanwe/shared/practices'
import { allPages, tableOf, together } from './exports.columns.ts'

const cardsOf = (call: Call, placeId: string) =>
  allPages((from) => call(practicesContract.list, { query: { placeId, ...from } }))

/** What already works in a place (OR4); anybody may read it, so whoever may take a list along may take this one. */
export const practices = tableOf(cardsOf, [
  { name: (h) => h.title, of: (p) => p.title },
  { name: (h) => h.organisation, of: (p) => p.organisation.name },
  { name: (h) => h.forWhom, of: (p) => p.forWhom },
  { name: (h) => h.evidence, of: (p, { labels }) => labels.evidence[p.evidence] },
  { name: (h) => h.copying, of: (p, { labels }) => labels.copying[p.mayCopy] },
  { name: (h) => h.themes, of: (p, { labels }) => together(p.themes.map((t) => labels.themes[t])) },
  { name: (h) => h.sinceDay, of: (p) => p.since },
  { name: (h) => h.reached, of: (p) => p.peopleReached },
  {
    name: (h) => h.cost,
    of: ({ costPerPersonPence: pence }) => (pence === null ? null : pence / 100),
  },
  { name: (h) => h.needs, of: (p) => p.needs },
  { name: (h) => h.story, of: (p) => p.story },
  { name: (h) => h.contactLine, of: (p) => p.contact },
  { name: (h) => h.usedBy, of: (p) => p.usedBy },
])
