import { actorsContract, type MapActor, type OfferedLine } from '@howcanwe/shared/actors'
import { casesContract } from '@howcanwe/shared/cases'
import type { Call, Result } from '@howcanwe/shared/http'
import { introductionsContract } from '@howcanwe/shared/introductions'
import { supportExchangeContract } from '@howcanwe/shared/support-exchange'
import { allPages, moment, tableOf, together } from './exports.columns.ts'
import type { Words } from './exports.words.ts'

/** What waits for a broker, in the order of the desk. */
export const queue = tableOf(
  async (call, placeId) => (await call(casesContract.queue, { params: { placeId } })).items,
  [
    { name: (h) => h.what, of: (i, { labels }) => labels.queue[i.kind] },
    { name: (h) => h.title, of: (i) => i.title },
    { name: (h) => h.count, of: (i) => i.count },
    { name: (h) => h.note, of: (i) => i.note },
    { name: (h) => h.since, of: (i) => moment(i.since) },
    { name: (h) => h.dueAt, of: (i) => moment(i.dueAt) },
    { name: (h) => h.late, of: (i, { yesNo }) => yesNo(i.late) },
    { name: (h) => h.minutes, of: (i) => i.minutes },
  ],
)

/** Cases, open ones first. The log stays where it is: none of its lines is in a list. */
export const cases = tableOf(
  async (call, placeId) => {
    const of = async (state: 'open' | 'closed') =>
      (await call(casesContract.list, { params: { placeId }, query: { state, all: 'yes' } })).items
    return [...(await of('open')), ...(await of('closed'))]
  },
  [
    { name: (h) => h.title, of: (c) => c.title },
    { name: (h) => h.about, of: (c) => together(c.subject.about.map(({ name }) => name)) },
    { name: (h) => h.question, of: (c) => c.challenge?.question ?? null },
    { name: (h) => h.stage, of: (c, { labels }) => labels.stages[c.stage] },
    { name: (h) => h.nextStep, of: (c) => c.nextAction },
    { name: (h) => h.dueOn, of: (c) => c.dueOn },
    { name: (h) => h.broker, of: (c) => c.broker.name },
    { name: (h) => h.open, of: (c, { yesNo }) => yesNo(c.state === 'open') },
    { name: (h) => h.minutes, of: (c) => c.minutes },
    { name: (h) => h.changedAt, of: (c) => moment(c.changedAt) },
  ],
)

const side = (turn: 'first' | 'second') => (i: Introductions[number]) =>
  i.sides.find((one) => one.turn === turn)?.organisation.name ?? null
type Introductions = Result<typeof introductionsContract.list>['items']

/** Introductions and how they stand. Who said no is on the broker's screen and in no file: files are passed on. */
export const introductions = tableOf(
  async (call, placeId) => (await call(introductionsContract.list, { query: { placeId } })).items,
  [
    { name: (h) => h.first, of: side('first') },
    { name: (h) => h.second, of: side('second') },
    { name: (h) => h.question, of: (i) => i.challenge?.question ?? null },
    { name: (h) => h.state, of: (i, { labels }) => labels.introductionStates[i.state] },
    { name: (h) => h.draftedAt, of: (i) => moment(i.draftedAt) },
    { name: (h) => h.bothYesAt, of: (i) => moment(i.bothYesAt) },
    {
      name: (h) => h.newTies,
      of: (i, { yesNo }) => (i.newToEachOther === null ? null : yesNo(i.newToEachOther)),
    },
    {
      name: (h) => h.outcome,
      of: (i, { labels }) => (i.outcome ? labels.outcomes[i.outcome] : null),
    },
  ],
)

function lineOf(line: OfferedLine, { labels, room }: Words): string {
  if ('skill' in line) return labels.skills[line.skill]
  if ('possibleWith' in line) return labels.possibleWith[line.possibleWith]
  return 'room' in line ? room(line.room) : line.line
}

const kindOf = ({ kind, listed }: MapActor, { labels }: Words): string =>
  listed === 'organisation'
    ? labels.kinds[kind as keyof typeof labels.kinds]
    : labels.actorKinds[kind as keyof typeof labels.actorKinds]

const onTheMap = (call: Call, placeId: string) =>
  allPages((query) => call(actorsContract.map, { params: { placeId }, query }))

/** Who there is in a place, what each offers and asks. */
export const actors = tableOf(onTheMap, [
  { name: (h) => h.name, of: (a) => a.name },
  { name: (h) => h.kind, of: kindOf },
  { name: (h) => h.sector, of: (a, { labels }) => labels.sectors[a.sector] },
  { name: (h) => h.known, of: (a, { listings }) => listings[a.listed] },
  { name: (h) => h.role, of: (a) => a.roleInIssue },
  { name: (h) => h.offers, of: (a, words) => together(a.offers.map((l) => lineOf(l, words))) },
  { name: (h) => h.asks, of: (a, words) => together(a.asks.map((l) => lineOf(l, words))) },
  { name: (h) => h.themes, of: (a, { labels }) => together(a.themes.map((t) => labels.themes[t])) },
  {
    name: (h) => h.areas,
    of: (a, { areas }) => together(a.areaIds.flatMap((id) => areas.get(id) ?? [])),
  },
])

/** Who needs and who lends what. */
export const support = tableOf(
  async (call, placeId) => {
    const query = { placeId, all: 'yes' as const }
    const { asks, offers } = await call(supportExchangeContract.room, { query })
    return [
      ...asks.map((one) => ({ ...one, as: 'ask' as const })),
      ...offers.map((one) => ({ ...one, as: 'offer' as const })),
    ]
  },
  [
    { name: (h) => h.askOrOffer, of: (s, { sides }) => sides[s.as] },
    { name: (h) => h.name, of: (s) => s.organisation.name },
    { name: (h) => h.what, of: (s, { labels }) => labels.supportKinds[s.kind] },
    { name: (h) => h.inWords, of: (s) => s.what },
    { name: (h) => h.until, of: (s) => s.until },
    { name: (h) => h.state, of: (s, { labels }) => labels.supportStates[s.state] },
  ],
)
