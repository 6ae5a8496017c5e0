import { interestsContract } from '@howcanwe/shared/interests'
import { invitationsContract } from '@howcanwe/shared/invitations'
import { jointInterestsContract } from '@howcanwe/shared/joint-interests'
import { matchingContract } from '@howcanwe/shared/matching'
import { moment, tableOf, together } from './exports.columns.ts'

/** The twenty who fit a question best, in order, with their arithmetic. */
export const matches = tableOf(
  async (call, challengeId) =>
    (await call(matchingContract.forChallenge, { params: { challengeId } })).items.map(
      (match, i) => ({ ...match, place: i + 1 }),
    ),
  [
    { name: (h) => h.place, of: (m) => m.place },
    { name: (h) => h.name, of: (m) => m.name },
    { name: (h) => h.known, of: (m, { kinds }) => kinds[m.kind] },
    { name: (h) => h.sector, of: (m, { labels }) => labels.sectors[m.sector] },
    { name: (h) => h.income, of: (m, { labels }) => labels.bands[m.incomeBand] },
    { name: (h) => h.score, of: (m) => m.score },
    { name: (h) => h.confidence, of: (m) => Math.round(m.confidence * 100) },
    {
      name: (h) => h.parts,
      of: (m, { labels, notKnown }) =>
        together(
          m.parts.map(
            (p) =>
              `${labels.parts[p.part]}: ${p.value === null ? notKnown : `${p.points}/${p.weight}`}`,
          ),
        ),
    },
    {
      name: (h) => h.wouldSettle,
      of: (m, { labels }) => (m.wouldSettle ? labels.parts[m.wouldSettle] : null),
    },
    { name: (h) => h.movedUp, of: (m) => m.movedUp },
    {
      name: (h) => h.themes,
      of: (m, { labels }) => together(m.themes.map((t) => labels.themes[t])),
    },
    { name: (h) => h.activities, of: (m) => m.activities },
    { name: (h) => h.invited, of: (m, { yesNo }) => yesNo(m.invited) },
  ],
)

/** Who has been invited, and how it reached them. */
export const invitations = tableOf(
  async (call, challengeId) =>
    (await call(invitationsContract.list, { params: { challengeId } })).items,
  [
    { name: (h) => h.name, of: (i) => i.name },
    { name: (h) => h.known, of: (i, { kinds }) => kinds[i.kind] },
    { name: (h) => h.income, of: (i, { labels }) => labels.bands[i.incomeBand] },
    { name: (h) => h.whyThem, of: (i) => i.why },
    { name: (h) => h.channel, of: (i, { channels }) => channels[i.channel] },
    { name: (h) => h.invitedAt, of: (i) => moment(i.invitedAt) },
  ],
)

/** What came in, after closing and to whoever asked (S-02). */
export const interests = tableOf(
  async (call, challengeId) =>
    (await call(interestsContract.forChallenge, { params: { challengeId } })).items,
  [
    { name: (h) => h.name, of: (i) => i.organisation.name },
    { name: (h) => h.sector, of: (i, { labels }) => labels.sectors[i.organisation.sector] },
    { name: (h) => h.income, of: (i, { labels }) => labels.bands[i.organisation.incomeBand] },
    { name: (h) => h.state, of: (i, { labels }) => labels.interestStates[i.state] },
    { name: (h) => h.why, of: (i) => i.why },
    { name: (h) => h.bring, of: (i, { labels }) => together(i.bring.map((s) => labels.skills[s])) },
    { name: (h) => h.bringNote, of: (i) => i.bringNote },
    { name: (h) => h.hours, of: (i) => i.hoursPerMonth },
    { name: (h) => h.fromWhen, of: (i) => i.fromWhen },
    {
      name: (h) => h.need,
      of: (i, { labels }) => together(i.need.map((n) => labels.possibleWith[n])),
    },
    { name: (h) => h.needNote, of: (i) => i.needNote },
    { name: (h) => h.together, of: (i, { labels }) => labels.together[i.together] },
    { name: (h) => h.togetherWith, of: (i) => i.togetherWith },
    { name: (h) => h.conflict, of: (i, { yesNo }) => yesNo(i.conflict) },
    { name: (h) => h.conflictNote, of: (i) => i.conflictNote },
    { name: (h) => h.sentAt, of: (i) => moment(i.submittedAt) },
    { name: (h) => h.reason, of: (i) => i.decision?.reason ?? null },
  ],
)

/** Whom a broker asked to answer together, one line each; what came of it is sealed and nowhere here (J-12, S-02). */
export const seeds = tableOf(
  async (call, challengeId) => {
    const { items } = await call(jointInterestsContract.seeds, { params: { challengeId } })
    return items.flatMap(({ seededAt, invited }) => invited.map((one) => ({ ...one, seededAt })))
  },
  [
    { name: (h) => h.askedAt, of: (s) => moment(s.seededAt) },
    { name: (h) => h.name, of: (s) => s.name },
    { name: (h) => h.whyThem, of: (s) => s.why },
    {
      name: (h) => h.howAsked,
      of: (s, { channels }) => channels[s.byHand ? 'by-hand' : 'mailed'],
    },
  ],
)
