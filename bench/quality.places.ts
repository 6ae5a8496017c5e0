/** Postcode areas by nation and English region; where an area crosses a border, where most of it lies. */
const REGIONS: Readonly<Record<string, string>> = {
  London: 'BR CR E EC EN HA IG KT N NW RM SE SM SW TW UB W WC',
  'North East': 'DH DL NE SR TS',
  'North West': 'BB BL CA CH CW FY L LA M OL PR SK WA WN',
  Yorkshire: 'BD DN HD HG HU HX LS S WF YO',
  'East Midlands': 'DE LE LN NG NN',
  'West Midlands': 'B CV DY HR ST SY TF WR WS WV',
  East: 'AL CB CM CO IP LU NR PE SG SS WD',
  'South East': 'BN CT DA GU HP ME MK OX PO RG RH SL SO TN',
  'South West': 'BA BH BS DT EX GL PL SN SP TA TQ TR',
  Wales: 'CF LD LL NP SA',
  Scotland: 'AB DD DG EH FK G HS IV KA KW KY ML PA PH TD ZE',
  'Northern Ireland': 'BT',
}
const REGION_OF = new Map(
  Object.entries(REGIONS).flatMap(([region, areas]) =>
    areas.split(' ').map((area): [string, string] => [area, region]),
  ),
)

export const SCOPES = ['postcode area', 'region', 'whole country'] as const
export type Scope = (typeof SCOPES)[number]

/** The letters a postcode begins with; null where there is none we know. */
export function areaOf(postcode: string): string | null {
  const letters = /^\s*([A-Z]{1,2})\d/i.exec(postcode)?.[1]?.toUpperCase()
  return letters && REGION_OF.has(letters) ? letters : null
}

/** A made-up district for each postcode area, as the register would name one. */
export const districtOf = (area: string): string => `E07${area}`

export interface Place {
  scope: Scope
  name: string
  areas: readonly string[]
}

/** Every place a question is asked in, small ones first. */
export function placesOf(areas: readonly string[]): Place[] {
  const known = [...new Set(areas)].toSorted()
  const regions = [...new Set(known.flatMap((a) => REGION_OF.get(a) ?? []))].toSorted()
  return [
    ...known.map((area): Place => ({ scope: 'postcode area', name: area, areas: [area] })),
    ...regions.map(
      (name): Place => ({
        scope: 'region',
        name,
        areas: known.filter((a) => REGION_OF.get(a) === name),
      }),
    ),
    { scope: 'whole country', name: 'everywhere', areas: known },
  ]
}
