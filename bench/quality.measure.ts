import {
  type Asking,
  byThemeAlone,
  everybodyListed,
  type Listed,
  openChallenges,
  productAnswers,
  TEXT_RANKS,
  textAnswers,
} from './quality.ask.ts'
import type { Truth } from './quality.load.ts'
import {
  bootstrapped,
  type Interval,
  MEASURES,
  mean,
  meanQuality,
  type Quality,
  qualityOf,
} from './quality.metrics.ts'
import { districtOf, placesOf, SCOPES } from './quality.places.ts'
import type { Connected } from './server.ts'

/** A list of twenty says nothing in a place with no more than that. */
const FEWEST_HERE = 25
const FEWEST_TAGGED = 5
const LOTS = 50

export interface Measured {
  asking: Asking
  here: number
  tagged: number
  product: Quality
  shown: Quality
  /** By each way of ranking in `TEXT_RANKS`. */
  texts: Quality[]
  theme: Quality
}
type Candidate = Asking & { candidates: Listed[]; tagged: Set<string> }

const hereOf = (listed: readonly Listed[], asking: Pick<Asking, 'place'>): Listed[] => {
  const codes = new Set(asking.place.areas.map(districtOf))
  return listed.filter((e) => e.lad_code !== null && codes.has(e.lad_code))
}

/** Asks every question with enough tagged charities to find, of the product and of what it is compared with. */
export async function measure(
  connected: Connected,
  truth: ReadonlyMap<string, Truth>,
  { fewestHere = FEWEST_HERE, fewestTagged = FEWEST_TAGGED } = {},
): Promise<Measured[]> {
  const listed = await everybodyListed(connected)
  const places = placesOf([...truth.values()].flatMap((t) => t.area ?? [])).filter(
    (place) => hereOf(listed, { place }).length >= fewestHere,
  )
  const client = await connected.pool.connect()
  const opened = await openChallenges(client, places)
  client.release()
  const asked = opened.flatMap((asking): Candidate[] => {
    const candidates = hereOf(listed, asking)
    const tagged = new Set(
      candidates.flatMap((e) => (truth.get(e.org_id)?.themes.has(asking.theme) ? [e.id] : [])),
    )
    return tagged.size < fewestTagged ? [] : [{ ...asking, candidates, tagged }]
  })
  const product = await productAnswers(connected, asked)
  const texts = await textAnswers(connected, asked)
  return asked.map(({ candidates, tagged, ...asking }, at) => ({
    asking,
    here: candidates.length,
    tagged: tagged.size,
    product: qualityOf(product[at]?.scored ?? [], tagged),
    shown: qualityOf(product[at]?.shown ?? [], tagged),
    texts: (texts[at] ?? []).map((list) => qualityOf(list, tagged)),
    theme: meanQuality(
      Array.from({ length: LOTS }, (_, draw) =>
        qualityOf(byThemeAlone(asking, candidates, draw), tagged),
      ),
    ),
  }))
}

const three = (n: number): string => n.toFixed(3)
const withInterval = ({ mean: m, from, to }: Interval): string =>
  `${three(m)} (${three(from)} to ${three(to)})`
const signed = (i: Interval): string =>
  `${i.mean < 0 ? '−' : '+'}${three(Math.abs(i.mean))} (${three(i.from)} to ${three(i.to)})`
const cells = (name: string, values: readonly string[]): string =>
  `| ${name} | ${values.join(' | ')} |\n`

/** The way of ranking that finds most on these very questions, whatever we would like it to be. */
export function bestText(measured: readonly Measured[]): number {
  const found = TEXT_RANKS.map((_, n) => mean(measured.map((m) => m.texts[n]?.precision ?? 0)))
  return found.indexOf(Math.max(...found))
}

function scopeTable(measured: readonly Measured[]): string {
  const best = bestText(measured)
  const none: Quality = { precision: 0, recall: 0, ndcg: 0 }
  const ways: [string, (m: Measured) => Quality][] = [
    ['the product, by score', (m) => m.product],
    ['the product, as shown with the size balance', (m) => m.shown],
    [`plain text (${TEXT_RANKS[best]?.name})`, (m) => m.texts[best] ?? none],
    ['theme alone, by lot', (m) => m.theme],
  ]
  const rows = ways.map(([name, of]) =>
    cells(
      name,
      MEASURES.map((measure) => withInterval(bootstrapped(measured.map((m) => of(m)[measure])))),
    ),
  )
  const against = ways.slice(2).map(([name, of]) =>
    cells(
      `product − ${name.replace(/[ ,(].*/, '')}`,
      MEASURES.map((measure) =>
        signed(bootstrapped(measured.map((m) => m.product[measure] - of(m)[measure]))),
      ),
    ),
  )
  const most = three(mean(measured.map((m) => Math.min(1, m.tagged / 20))))
  return `| | precision@20 (${most} is all there is) | recall@20 | nDCG@20 |\n| --- | --- | --- | --- |\n${rows.join('')}${against.join('')}`
}

function themeTable(measured: readonly Measured[]): string {
  const best = bestText(measured)
  const themes = [...new Set(measured.map((m) => m.asking.theme))]
  const rows = themes.map((theme) => {
    const its = measured.filter((m) => m.asking.theme === theme)
    const ways = [
      (m: Measured) => m.tagged,
      (m: Measured) => m.product.precision,
      (m: Measured) => m.texts[best]?.precision ?? 0,
      (m: Measured) => m.theme.precision,
    ]
    return cells(
      `${theme}, ${its.length}`,
      ways.map((of) => three(mean(its.map(of)))),
    )
  })
  return `\n| theme, questions | tagged | product | text | theme alone |\n| --- | --- | --- | --- | --- |\n${rows.join('')}`
}

/** The tables, a scope of place each; theme by theme too where asked. */
export function tableOf(measured: readonly Measured[], byTheme = false): string {
  return SCOPES.flatMap((scope) => {
    const its = measured.filter((m) => m.asking.place.scope === scope)
    if (its.length === 0) return []
    const places = new Set(its.map((m) => m.asking.place.name)).size
    const about = `\n${scope}: ${its.length} questions in ${places} places, ${Math.round(mean(its.map((m) => m.here)))} charities each, ${mean(its.map((m) => m.tagged)).toFixed(1)} of them tagged\n\n`
    return [about + scopeTable(its) + (byTheme ? themeTable(its) : '')]
  }).join('')
}
