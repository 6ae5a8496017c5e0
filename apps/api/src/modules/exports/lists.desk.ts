import { actorsContract, type UnmetPair } from '@howcanwe/shared/actors'
import { tableOf, together } from './exports.columns.ts'
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
