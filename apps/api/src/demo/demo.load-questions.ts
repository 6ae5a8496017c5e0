import { eq, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { record } from '../modules/audit/index.ts'
import {
  challengeAreas,
  challengeCriteria,
  challenges,
} from '../modules/challenges/challenges.table.ts'
import { groupSessions, groups } from '../modules/codesign/codesign.table.ts'
import { answerClocks, feedbackRatings } from '../modules/cohorts/answers.table.ts'
import { cohortOrganisations, cohorts } from '../modules/cohorts/cohorts.table.ts'
import { interestFeedback, interestNextSteps } from '../modules/interests/feedback.table.ts'
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
      decidedAt: formed ? noonIn(-daysAgo + 50) : null,
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
  const sent = await tx
    .insert(interests)
    .values(
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
        decidedAt: noonIn(-140),
      })),
    )
    .returning({ id: interests.id, organisationId: interests.organisationId })
  await tx.execute(sql`alter table interests enable trigger user`)
  await loadAnswers(tx, { placeId, challengeId, ruth }, (key) => {
    const one = sent.find((row) => row.organisationId === idOf(bodies, key))
    if (!one) throw new Error(`the demo has no interest of ${key}`)
    return one.id
  })
  const [cohort] = await tx
    .insert(cohorts)
    .values({
      placeId,
      challengeId,
      statement: RESPITE_STATEMENT,
      formedBy: ruth,
      formedAt: noonIn(-140),
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

/** What each was told point by point, its next step, and how useful it found that (EI5, M8). */
async function loadAnswers(
  tx: Database,
  { placeId, challengeId, ruth }: { placeId: string; challengeId: string; ruth: string },
  interestOf: (key: string) => string,
): Promise<void> {
  const guarded = ['interest_feedback', 'interest_next_steps', 'answer_clocks'].map((name) =>
    sql.identifier(name),
  )
  for (const table of guarded) await tx.execute(sql`alter table ${table} disable trigger user`)
  for (const { key, criteria, step: kind, note, rating } of RESPITE_ANSWERS) {
    const of = { placeId, challengeId, interestId: interestOf(key) }
    await tx.insert(interestFeedback).values(criteria.map((one) => ({ ...of, ...one })))
    await tx.insert(interestNextSteps).values({ ...of, kind, note })
    await tx.insert(feedbackRatings).values({
      placeId,
      interestId: of.interestId,
      rating,
      ratedBy: ruth,
      ratedAt: noonIn(-138),
      changeableUntil: noonIn(-108),
    })
  }
  await tx.insert(answerClocks).values({
    placeId,
    challengeId,
    soonAt: noonIn(-141),
    dayAt: noonIn(-137),
    dueAt: noonIn(-136),
    tenDaysAt: noonIn(-136),
  })
  for (const table of guarded) await tx.execute(sql`alter table ${table} enable trigger user`)
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
