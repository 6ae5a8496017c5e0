import { challengesContract } from '@howcanwe/shared/challenges'
import type { Call } from '@howcanwe/shared/http'
import { organisationsContract } from '@howcanwe/shared/organisations'
import { allPages, moment, tableOf, together } from './exports.columns.ts'

const organisationsOf = (call: Call, placeId: string) =>
  allPages((from) => call(organisationsContract.list, { query: { placeId, ...from } }))

/** Organisations of a place, for its brokers. */
export const organisations = tableOf(organisationsOf, [
  { name: (h) => h.name, of: (o) => o.name },
  { name: (h) => h.kind, of: (o, { labels }) => labels.kinds[o.kind] },
  { name: (h) => h.sector, of: (o, { labels }) => labels.sectors[o.sector] },
  { name: (h) => h.income, of: (o, { labels }) => labels.bands[o.incomeBand] },
  { name: (h) => h.state, of: (o, { labels }) => labels.organisationStates[o.state] },
  { name: (h) => h.stale, of: (o, { yesNo }) => yesNo(o.stale) },
  { name: (h) => h.themes, of: (o, { labels }) => together(o.themes.map((t) => labels.themes[t])) },
  { name: (h) => h.areas, of: (o) => together(o.areas.map((a) => a.name)) },
  { name: (h) => h.partOf, of: (o) => o.parent?.name ?? null },
  { name: (h) => h.numbers, of: (o) => together(o.identifiers.map((i) => i.orgId)) },
  { name: (h) => h.website, of: (o) => o.website },
  { name: (h) => h.contactName, of: (o) => o.contact?.name ?? null },
  { name: (h) => h.email, of: (o) => o.contact?.email ?? null },
  { name: (h) => h.phone, of: (o) => o.contact?.phone ?? null },
])

/** The questions on somebody's desk. */
export const challenges = tableOf(
  async (call, placeId) => (await call(challengesContract.mine, { query: { placeId } })).items,
  [
    { name: (h) => h.question, of: (c) => c.question },
    { name: (h) => h.state, of: (c, { labels }) => labels.challengeStates[c.state] },
    { name: (h) => h.closes, of: (c) => moment(c.closesAt) },
    { name: (h) => h.resultsBy, of: (c) => c.resultsBy },
    { name: (h) => h.ours, of: (c, { yesNo }) => yesNo(c.mine) },
  ],
)
