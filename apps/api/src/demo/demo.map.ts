import type { ActorKind, Known } from '@howcanwe/shared/actors'
import type { Sector } from '@howcanwe/shared/organisations'
import type { Theme } from '@howcanwe/shared/places'
import type { Database } from '../db/database.ts'
import { actorAreas, actors, mapEntries, tieSayings } from '../modules/actors/actors.table.ts'
import { type Ids, idOf } from './demo.ids.ts'

interface Unlisted {
  name: string
  kind: ActorKind
  sector: Sector
  roleInIssue: string
  offers: string[]
  asks: string[]
  themes: Theme[]
  areas: string[]
}

/** Who is here without having registered: made up, like everybody in the demo. */
const UNLISTED: readonly Unlisted[] = [
  {
    name: 'Mill Lane Surgery',
    kind: 'gp-practice',
    sector: 'public',
    roleInIssue: 'Sees carers long before anybody else does.',
    offers: ['A waiting room wall for posters'],
    asks: ['Somewhere to send people who care for somebody and never say so'],
    themes: ['health', 'carers'],
    areas: ['Mill Lane'],
  },
  {
    name: 'Riverside Primary School',
    kind: 'school',
    sector: 'public',
    roleInIssue: 'Knows which children look after a parent.',
    offers: ['A hall on Wednesdays after four'],
    asks: ['Somebody who speaks Somali at parents’ evenings'],
    themes: ['children-young-people', 'education'],
    areas: ['Riverside'],
  },
  {
    name: 'Northgate neighbourhood police team',
    kind: 'police',
    sector: 'public',
    roleInIssue: 'Walks the high street every evening.',
    offers: ['A walk along with the evening shift'],
    asks: [],
    themes: ['safety-justice'],
    areas: ['Northgate'],
  },
  {
    name: 'Saturday families',
    kind: 'families-group',
    sector: 'community',
    roleInIssue: 'Eleven families who mind one another’s children.',
    offers: ['An afternoon with other children'],
    asks: ['A room that is warm in winter'],
    themes: ['children-young-people', 'disability'],
    areas: ['Elmside'],
  },
  {
    name: 'Twelve Arches Joinery',
    kind: 'firm',
    sector: 'private',
    roleInIssue: '',
    offers: ['Ramps and shelves at cost', 'Two apprentices on Fridays'],
    asks: [],
    themes: ['employment-skills', 'community-spaces'],
    areas: ['Riverside'],
  },
]

/** Who said that the map may show them, with a line of their own. */
const SHOWN: readonly [body: string, offers: string[], asks: string[]][] = [
  ['carers', ['Nine people who know what caring takes'], ['A room without steps on Tuesdays']],
  ['youth', ['Young people who tell you plainly'], []],
  ['minds', [], ['A second room for quiet talks']],
  ['homes', [], []],
  ['newcomers', [], []],
  ['pantry', ['Lunch for a meeting, at cost'], []],
  ['care', [], []],
  ['university', [], []],
  ['bus', ['A bus and a driver twice a year'], []],
]

const TIES: readonly [one: string, other: string, said: Known, heard: Known | null][] = [
  ['carers', 'minds', 'talked', 'talked'],
  ['homes', 'pantry', 'worked-together', 'worked-together'],
  ['council', 'homes', 'worked-together', 'talked'],
  ['youth', 'minds', 'know-of', 'talked'],
  ['university', 'minds', 'talked', 'talked'],
  // Said by one alone, so it shows to nobody but the two.
  ['care', 'carers', 'worked-together', null],
]

/** The map of who is here (PL3). */
export async function loadMap(
  tx: Database,
  placeId: string,
  of: { areas: Ids; persons: Ids; bodies: Ids },
): Promise<void> {
  const ines = idOf(of.persons, 'ines')
  for (const { areas, ...said } of UNLISTED) {
    const [row] = await tx
      .insert(actors)
      .values({ ...said, placeId, addedBy: ines })
      .returning({ id: actors.id })
    if (row)
      await tx
        .insert(actorAreas)
        .values(areas.map((a) => ({ placeId, actorId: row.id, areaId: idOf(of.areas, a) })))
  }
  await tx.insert(mapEntries).values(
    SHOWN.map(([body, offers, asks]) => ({
      ...{ placeId, offers, asks, saidBy: ines, shown: true, roleInIssue: '' },
      organisationId: idOf(of.bodies, body),
    })),
  )
  const saying = (one: string, other: string, known: Known) => ({
    ...{ placeId, known },
    organisationId: idOf(of.bodies, one),
    otherId: idOf(of.bodies, other),
  })
  await tx
    .insert(tieSayings)
    .values(
      TIES.flatMap(([one, other, said, heard]) => [
        saying(one, other, said),
        ...(heard ? [saying(other, one, heard)] : []),
      ]),
    )
}
