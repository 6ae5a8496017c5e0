import { actorsContract, type UnmetPair } from '@howcanwe/shared/actors'
import { typedContract } from '@howcanwe/shared/cases'
import { organisationsContract } from '@howcanwe/shared/organisations'
import { moment, tableOf, together } from './exports.columns.ts'
import type { Words } from './exports.words.ts'

/** What one of two has that the other asks for, in the words of the screen. */
const fitsOf = ({ a, b, fits }: UnmetPair, { labels, couldHelp }: Words): string[] =>
  fits.map(({ give, what }) => {
    const [gives, needs] = give === 'a' ? [a.name, b.name] : [b.name, a.name]
    return couldHelp({ gives, needs, what: labels.possibleWith[what] })
  })

/** Pairs who have not met, those with most to give each other first (PL3). */
export const unmet = tableOf(
  async (call, placeId) => (await call(actorsContract.unmet, { params: { placeId } })).items,
  [
    { name: (h) => h.one, of: ({ a }) => a.name },
    { name: (h) => h.other, of: ({ b }) => b.name },
    { name: (h) => h.couldHelp, of: (pair, words) => together(fitsOf(pair, words)) },
    {
      name: (h) => h.bothAbout,
      of: ({ themes }, { labels }) => together(themes.map((t) => labels.themes[t])),
    },
  ],
)

/** Who has promised more than four fifths of their hours, and who rests (OR3). */
export const hours = tableOf(
  async (call, placeId) => {
    const { over, paused } = await call(organisationsContract.stretched, { query: { placeId } })
    return [
      ...over.map((one) => ({ ...one, is: 'over' as const, until: null })),
      ...paused.map((one) => ({ ...one, is: 'resting' as const, spare: null, committed: null })),
    ]
  },
  [
    { name: (h) => h.name, of: (o) => o.name },
    { name: (h) => h.state, of: (o, { loads }) => loads[o.is] },
    { name: (h) => h.spare, of: (o) => o.spare },
    { name: (h) => h.promised, of: (o) => o.committed },
    { name: (h) => h.until, of: (o) => o.until },
  ],
)

/** What was typed for one organisation; who asked for it stays in the log of whoever typed (PE3). */
export const typed = tableOf(
  async (call, organisationId) =>
    (await call(typedContract.list, { params: { organisationId } })).items,
  [
    { name: (h) => h.what, of: (e, words) => words.typed[e.what] },
    { name: (h) => h.question, of: (e) => e.challenge },
    { name: (h) => h.typedBy, of: (e) => e.by },
    { name: (h) => h.readBackAt, of: (e) => moment(e.readBackAt) },
  ],
)
