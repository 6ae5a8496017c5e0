import type { Database } from '../db/database.ts'
import { grants } from '../modules/grants/grants.table.ts'
import { organisationIdentifiers } from '../modules/organisations/organisations.table.ts'
import { practiceAdoptions, practiceCards } from '../modules/practices/practices.table.ts'
import { folded } from '../modules/register/index.ts'
import { services } from '../modules/services/services.table.ts'
import { type Ids, idOf } from './demo.ids.ts'

interface Town {
  persons: Ids
  bodies: Ids
}

const FILE = 'northgate-directory-made-up.json'
const LICENCE = 'Made up for this demo'

type Numbered = 'youth' | 'homes' | 'pantry'
/** Numbers below the first a charity ever got, so that no real register holds them. */
const NUMBERS = { youth: '100011', homes: '100022', pantry: '100033' } as const
const NAMES: Record<Numbered, string> = {
  youth: 'Brightside Youth',
  homes: 'Elm & Gate Homes',
  pantry: 'Riverside Pantry Co-op',
}

const RUN: readonly [
  body: Numbered,
  n: number,
  of: Partial<typeof services.$inferInsert> & { name: string },
][] = [
  [
    'youth',
    1,
    {
      name: 'Young carers’ evening',
      description: 'Supper, games and somebody who knows how it is. No need to book.',
      phone: '020 7946 0111',
      minimumAge: 11,
      maximumAge: 18,
      areas: ['Elmside'],
      changedOn: '2026-04-14',
    },
  ],
  [
    'homes',
    2,
    {
      name: 'Handyman for small jobs',
      description: 'Shelves, grab rails and stiff doors, for tenants and their neighbours.',
      email: 'handyman@homes.example',
      areas: ['Northgate', 'Elmside'],
      changedOn: '2026-02-03',
    },
  ],
  [
    'pantry',
    3,
    {
      name: 'Friday food parcels',
      description: 'A bag for three days. Nobody asks why.',
      status: 'temporarily closed',
      areas: ['Riverside'],
      changedOn: '2025-11-28',
    },
  ],
]

/** What a directory says three of them run, found by numbers as in any place. */
async function loadServices(tx: Database, { bodies }: Town): Promise<void> {
  await tx.insert(organisationIdentifiers).values(
    Object.entries(NUMBERS).map(([body, value]) => ({
      organisationId: idOf(bodies, body),
      ...{ scheme: 'GB-CHC', value, raw: value, verified: 'pattern' as const },
    })),
  )
  await tx.insert(services).values(
    RUN.map(([body, n, of]) => ({
      sourceId: `00000000-0000-4000-8000-00000000000${n}`,
      ...{ sourceFile: FILE, licence: LICENCE, status: 'active' as const },
      ...{ organisationName: NAMES[body], organisationNameFolded: folded(NAMES[body]) },
      orgIds: [`GB-CHC-${NUMBERS[body]}`],
      ...of,
    })),
  )
}

/** What a funder says it gave two of them; their own people and the broker read it. */
async function loadGrants(tx: Database): Promise<void> {
  const given = (
    body: Numbered,
    n: number,
    what: { title: string; pounds: number; on: string },
  ) => ({
    rawId: `made-up-${n}`,
    ...{ sourceFile: 'elm-foundation-made-up.json', publisher: 'Elm Foundation', licence: LICENCE },
    ...{ funderRawId: 'made-up-elm', funderName: 'Elm Foundation' },
    ...{ recipientRawId: `GB-CHC-${NUMBERS[body]}`, recipientName: NAMES[body] },
    recipientOrgId: `GB-CHC-${NUMBERS[body]}`,
    ...{ title: what.title, currency: 'GBP', amountPence: what.pounds * 100, awardedOn: what.on },
  })
  await tx
    .insert(grants)
    .values([
      given('youth', 1, { title: 'A minibus, second-hand', pounds: 4_800, on: '2024-05-20' }),
      given('pantry', 2, { title: 'A second freezer', pounds: 950, on: '2023-10-02' }),
    ])
}

/** Who uses a card of somebody else too (OR4). */
async function loadAdoptions(tx: Database, placeId: string, { persons, bodies }: Town) {
  const cards = await tx
    .select({ id: practiceCards.id, ownerId: practiceCards.organisationId })
    .from(practiceCards)
  const swap = cards.find(({ ownerId }) => ownerId === idOf(bodies, 'carers'))
  if (swap)
    await tx.insert(practiceAdoptions).values(
      ['youth', 'minds', 'newcomers'].map((body) => ({
        ...{ placeId, cardId: swap.id, ownerId: swap.ownerId },
        ...{ organisationId: idOf(bodies, body), saidBy: idOf(persons, 'ines') },
      })),
    )
}

/** What others publish of the town's organisations, and who copies whom. */
export async function loadPublished(tx: Database, placeId: string, town: Town): Promise<void> {
  await loadServices(tx, town)
  await loadGrants(tx)
  await loadAdoptions(tx, placeId, town)
}
