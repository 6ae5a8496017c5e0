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
import { interests } from '../modules/interests/interests.table.ts'
import { CHALLENGES } from './demo.challenges.ts'
import { GROUPS } from './demo.groups.ts'
import { dayIn, type Ids, idOf, noonIn } from './demo.ids.ts'
import { RESPITE_ANSWERS, RESPITE_STATEMENT } from './demo.respite.ts'

export async function loadChallenges(
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
  await tx.execute(sql`alter table challenges disable trigger user`)
  await tx
    .update(challenges)
    .set({
      slug,
      state: formed ? 'formed' : 'open',
      openedAt: noonIn(-daysAgo),
      checkedAt: noonIn(-daysAgo),
      readFrom: noonIn(-daysAgo - 10),
      readUntil: noonIn(-daysAgo - 2),
      questionsUntil: sql`${challenges.closesAt} - interval '5 days'`,
      decidedAt: formed ? noonIn(-daysAgo + 60) : null,
    })
    .where(eq(challenges.id, id))
  await tx.execute(sql`alter table challenges enable trigger user`)
}

export async function loadRespite(
  tx: Database,
  placeId: string,
  challengeId: string,
  persons: Ids,
  bodies: Ids,
): Promise<void> {
  const ruth = idOf(persons, 'ruth')
  await tx.execute(sql`alter table interests disable trigger user`)
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
  await tx.execute(sql`alter table interests enable trigger user`)
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

export async function loadGroups(
  tx: Database,
  placeId: string,
  asked: Ids,
  persons: Ids,
): Promise<void> {
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
