import { sectorOf } from '@howcanwe/shared/organisations'
import type { Database } from '../db/database.ts'
import { people, roleGrants } from '../modules/identity/identity.table.ts'
import {
  capacityProfiles,
  memberships,
  organisationAreas,
  organisations,
} from '../modules/organisations/organisations.table.ts'
import { placeHolidays } from '../modules/places/calendar.table.ts'
import { placeAreas, places } from '../modules/places/places.table.ts'
import { HOLIDAYS } from './demo.holidays.ts'
import { daysAgo, type Ids, idOf } from './demo.ids.ts'
import { ORGANISATIONS } from './demo.organisations.ts'
import { DEMO_PEOPLE } from './demo.people.ts'

const AREAS = ['Northgate', 'Elmside', 'Mill Lane', 'Riverside']
/** Official codes the made-up town borrows, so that an imported register has somebody in it. */
const BORROWED_LADS = ['E09000028', 'E09000022']

export async function loadPlace(tx: Database): Promise<string> {
  const [row] = await tx
    .insert(places)
    .values({
      slug: 'northgate-and-elmside',
      name: 'Northgate and Elmside',
      kind: 'borough',
      timeZone: 'Europe/London',
      currency: 'GBP',
      languages: ['en', 'nl'],
      introduction:
        'Two towns, one river. The council asks, small groups answer in ten minutes, residents decide along, and everyone can see how.',
      contactName: 'Ines Carvalho',
      contactRole: 'Broker at Voluntary Action Northgate',
      contactPhone: '020 7946 0100',
      contactEmail: 'ines@voluntary-action.example',
      contactHours: 'Monday to Thursday, 9am to 4pm',
      complaintsName: 'Joan Mercer',
      complaintsPhone: '020 7946 0199',
      complaintsEmail: 'complaints@voluntary-action.example',
      payHourlyPence: 2500,
      paySource: 'Place policy, after the NIHR payment guidance for public contributors',
      payAsOf: '2026-04-01',
      applicantHourlyPence: 2000,
      panelHourlyPence: 3500,
      costSource: 'Place policy: a charity worker’s hour and an officer’s hour, with on-costs',
      costAsOf: '2026-04-01',
      ladCodes: BORROWED_LADS,
      demo: true,
    })
    .returning({ id: places.id })
  if (!row) throw new Error('insert returned no row')
  await tx.insert(placeHolidays).values(HOLIDAYS.map((one) => ({ ...one, placeId: row.id })))
  return row.id
}

export async function loadPeople(tx: Database, placeId: string): Promise<Ids> {
  const ids: Ids = new Map()
  for (const p of DEMO_PEOPLE) {
    const [row] = await tx
      .insert(people)
      .values({ displayName: p.name, email: p.email, verifiedAt: new Date() })
      .returning({ id: people.id })
    if (!row) continue
    ids.set(p.key, row.id)
    if (p.role) await tx.insert(roleGrants).values({ placeId, personId: row.id, role: p.role })
  }
  return ids
}

export async function loadOrganisations(
  tx: Database,
  placeId: string,
  areas: Ids,
  persons: Ids,
): Promise<Ids> {
  const ids: Ids = new Map()
  for (const o of ORGANISATIONS) {
    const member = DEMO_PEOPLE.find((p) => p.organisation === o.key)
    const [row] = await tx
      .insert(organisations)
      .values({
        placeId,
        name: o.name,
        kind: o.kind,
        sector: sectorOf(o.kind),
        incomeBand: o.band,
        themes: o.themes,
        contactName: o.contact,
        contactPhone: o.phone,
        contactEmail: member?.email ?? `hello@${o.key}.example`,
        state: o.checked ? 'checked' : 'listed',
        checkedAt: o.checked ? new Date() : null,
        declaredAt: new Date(),
      })
      .returning({ id: organisations.id })
    if (!row) continue
    ids.set(o.key, row.id)
    await tx
      .insert(organisationAreas)
      .values(o.areas.map((a) => ({ placeId, organisationId: row.id, areaId: idOf(areas, a) })))
    await tx.insert(capacityProfiles).values({
      placeId,
      organisationId: row.id,
      confirmedAt: o.spare ? daysAgo(20) : null,
      ...o.spare,
    })
    if (member)
      await tx.insert(memberships).values({
        placeId,
        organisationId: row.id,
        personId: idOf(persons, member.key),
        lead: true,
      })
  }
  return ids
}

/** The neighbourhoods, by name. */
export async function loadAreas(tx: Database, placeId: string): Promise<Ids> {
  const rows = await tx
    .insert(placeAreas)
    .values(AREAS.map((name, position) => ({ placeId, name, position })))
    .returning()
  return new Map(rows.map((a) => [a.name, a.id]))
}
