import { sectorOf } from '@howcanwe/shared/organisations'
import { eq, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { record } from '../modules/audit/index.ts'
import {
  challengeAreas,
  challengeCriteria,
  challenges,
} from '../modules/challenges/challenges.table.ts'
import { groupSessions, groups } from '../modules/codesign/codesign.table.ts'
import { cohortOrganisations, cohorts } from '../modules/cohorts/cohorts.table.ts'
import { people, roleGrants } from '../modules/identity/identity.table.ts'
import { interests } from '../modules/interests/interests.table.ts'
import {
  capacityProfiles,
  memberships,
  organisationAreas,
  organisations,
} from '../modules/organisations/organisations.table.ts'
import { placeAreas, places } from '../modules/places/places.table.ts'
import { CHALLENGES, RESPITE_ANSWERS, RESPITE_STATEMENT } from './demo.challenges.ts'
import { GROUPS } from './demo.groups.ts'
import { ORGANISATIONS } from './demo.organisations.ts'
import { DEMO_PEOPLE } from './demo.people.ts'

const DAY = 86_400_000
const AREAS = ['Northgate', 'Elmside', 'Mill Lane', 'Riverside']
/** Official codes the made-up town borrows, so that an imported register has somebody in it. */
const BORROWED_LADS = ['E09000028', 'E09000022']

type Ids = Map<string, string>
const idOf = (ids: Ids, key: string): string => {
  const found = ids.get(key)
  if (!found) throw new Error(`the demo has no ${key}`)
  return found
}

/** Writes the whole town. Runs once, in one transaction, on an empty installation. */
export async function loadDemo(tx: Database): Promise<void> {
  const placeId = await loadPlace(tx)
  const areas: Ids = new Map(
    (
      await tx
        .insert(placeAreas)
        .values(AREAS.map((name, position) => ({ placeId, name, position })))
        .returning()
    ).map((a) => [a.name, a.id]),
  )
  const persons = await loadPeople(tx, placeId)
  const bodies = await loadOrganisations(tx, placeId, areas, persons)
  const asked = await loadChallenges(tx, placeId, areas, persons, bodies)
  await loadRespite(tx, placeId, idOf(asked, 'respite'), persons, bodies)
  await loadGroups(tx, placeId, asked, persons)
}

async function loadPlace(tx: Database): Promise<string> {
  const [row] = await tx
    .insert(places)
    .values({
      slug: 'northgate-and-elmside',
      name: 'Northgate and Elmside',
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
      payHourlyPence: 2500,
      paySource: 'Place policy, after the NIHR payment guidance for public contributors',
      payAsOf: '2026-04-01',
      ladCodes: BORROWED_LADS,
      demo: true,
    })
    .returning({ id: places.id })
  if (!row) throw new Error('insert returned no row')
  return row.id
}

async function loadPeople(tx: Database, placeId: string): Promise<Ids> {
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

async function loadOrganisations(
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
      confirmedAt: o.spare ? new Date(Date.now() - 20 * DAY) : null,
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

/** A deadline at noon UTC, so many days from now. */
const noonIn = (days: number): Date => {
  const at = new Date(Date.now() + days * DAY)
  at.setUTCHours(12, 0, 0, 0)
  return at
}
const dayIn = (days: number): string => noonIn(days).toISOString().slice(0, 10)

async function loadChallenges(
  tx: Database,
  placeId: string,
  areas: Ids,
  persons: Ids,
  bodies: Ids,
): Promise<Ids> {
  const ids: Ids = new Map()
  for (const challenge of CHALLENGES) {
    const {
      key,
      slug,
      by,
      areas: names,
      openedDaysAgo,
      closesInDays,
      state,
      criteria = [],
      ...brief
    } = challenge
    const organisationId = idOf(bodies, by === 'ruth' ? 'council' : 'health')
    const [row] = await tx
      .insert(challenges)
      .values({
        ...brief,
        placeId,
        organisationId,
        commissionerId: idOf(persons, by),
        closesAt: noonIn(closesInDays),
        resultsBy: dayIn(closesInDays + 28),
        startsOn: dayIn(closesInDays + 50),
        endsOn: dayIn(closesInDays + 325),
      })
      .returning({ id: challenges.id })
    if (!row) continue
    ids.set(key, row.id)
    await tx
      .insert(challengeAreas)
      .values(names.map((a) => ({ placeId, challengeId: row.id, areaId: idOf(areas, a) })))
    await tx
      .insert(challengeCriteria)
      .values(criteria.map((c, position) => ({ ...c, placeId, challengeId: row.id, position })))
    await openInThePast(tx, row.id, slug, openedDaysAgo, state === 'formed')
    await record(tx, {
      placeId,
      actorId: idOf(persons, by),
      action: 'challenges.opened',
      subject: { kind: 'challenge', id: row.id },
    })
  }
  return ids
}

/** The town has a past, which the guards rightly refuse to anyone else: the owner lifts them for this one write. */
async function openInThePast(
  tx: Database,
  id: string,
  slug: string,
  daysAgo: number,
  formed: boolean,
): Promise<void> {
  await tx.execute(sql`alter table challenges disable trigger challenges_guard`)
  await tx
    .update(challenges)
    .set({
      slug,
      state: formed ? 'formed' : 'open',
      openedAt: noonIn(-daysAgo),
      decidedAt: formed ? noonIn(-daysAgo + 60) : null,
    })
    .where(eq(challenges.id, id))
  await tx.execute(sql`alter table challenges enable trigger challenges_guard`)
}

async function loadRespite(
  tx: Database,
  placeId: string,
  challengeId: string,
  persons: Ids,
  bodies: Ids,
): Promise<void> {
  const ruth = idOf(persons, 'ruth')
  await tx.execute(sql`alter table interests disable trigger interests_guard`)
  await tx.insert(interests).values(
    RESPITE_ANSWERS.map((a) => ({
      placeId,
      challengeId,
      organisationId: idOf(bodies, a.key),
      state: a.chosen ? ('chosen' as const) : ('not-this-time' as const),
      why: a.why,
      bringNote: '',
      hoursPerMonth: 10,
      needNote: '',
      together: 'alone' as const,
      togetherWith: '',
      conflict: false,
      conflictNote: '',
      submittedBy: ruth,
      receivedAt: noonIn(-155),
      decisionReason: a.reason,
      decidedBy: ruth,
      decidedAt: noonIn(-130),
    })),
  )
  await tx.execute(sql`alter table interests enable trigger interests_guard`)
  const [cohort] = await tx
    .insert(cohorts)
    .values({
      placeId,
      challengeId,
      statement: RESPITE_STATEMENT,
      formedBy: ruth,
      formedAt: noonIn(-130),
    })
    .returning({ id: cohorts.id })
  if (!cohort) throw new Error('insert returned no row')
  const chosen = RESPITE_ANSWERS.filter((a) => a.chosen)
  await tx
    .insert(cohortOrganisations)
    .values(
      chosen.map((a) => ({ placeId, cohortId: cohort.id, organisationId: idOf(bodies, a.key) })),
    )
  await record(tx, {
    placeId,
    actorId: ruth,
    action: 'cohorts.formed',
    subject: { kind: 'challenge', id: challengeId },
  })
}

async function loadGroups(tx: Database, placeId: string, asked: Ids, persons: Ids): Promise<void> {
  for (const { challenge, sessions, ...group } of GROUPS) {
    const challengeId = idOf(asked, challenge)
    const [row] = await tx
      .insert(groups)
      .values({
        ...group,
        placeId,
        challengeId,
        facilitatorId: idOf(persons, 'yusuf'),
        facilitatorPhone: '020 7946 0120',
      })
      .returning({ id: groups.id })
    if (!row) continue
    await tx
      .update(challenges)
      .set({ groupsCount: sql`${challenges.groupsCount} + 1` })
      .where(eq(challenges.id, challengeId))
    for (const { inDays, hourUtc, ...session } of sessions) {
      const startsAt = noonIn(inDays)
      startsAt.setUTCHours(hourUtc)
      await tx.insert(groupSessions).values({
        ...session,
        placeId,
        groupId: row.id,
        startsAt,
        endsAt: new Date(startsAt.getTime() + 2 * 3_600_000),
      })
    }
  }
}
