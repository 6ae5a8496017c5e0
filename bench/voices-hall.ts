import { randomBytes, randomUUID } from 'node:crypto'
import { hashOf } from '../apps/api/src/modules/identity/index.ts'
import type { Connected } from './server.ts'

const BLOCS = ['residents', 'organisations', 'public-bodies'] as const

export interface Device {
  memberId: string
  key: string
  base: string
}

export interface Prepared {
  groupId: string
  decisionId: string
  devices: Device[]
}

type Run = (text: string, given?: unknown[]) => Promise<unknown>

/** A place with a question and whoever runs its group. */
async function putQuestion(run: Run) {
  const placeId = randomUUID()
  const personId = randomUUID()
  const organisationId = randomUUID()
  const challengeId = randomUUID()
  await run(
    `insert into places (id, slug, name, time_zone, currency, languages, introduction, contact_name, contact_role, lad_codes)
     values ($1, $2, 'Hall', 'Europe/London', 'GBP', '{en}', '', 'Ines', 'Broker', '{}')`,
    [placeId, placeId],
  )
  await run(`insert into people (id, display_name, email) values ($1, 'Yusuf', $2)`, [
    personId,
    `${personId}@example.org`,
  ])
  await run(
    `insert into challenges (id, place_id, organisation_id, commissioner_id, slug, question)
     values ($1, $2, $3, $4, $5, 'How can we book a break?')`,
    [challengeId, placeId, organisationId, personId, challengeId],
  )
  return { placeId, personId, challengeId }
}

/** A group that works, with as many places. */
async function putGroup(
  run: Run,
  { placeId, personId, challengeId }: Awaited<ReturnType<typeof putQuestion>>,
  places: number,
) {
  const groupId = randomUUID()
  await run(
    `insert into groups (id, place_id, challenge_id, name, about, rung, decides, shapes, fixed, answers_by, you_get,
       facilitator_id, places, taken, state)
     values ($1, $2, $3, 'Hall', 'A hall', 'co-design', '', '', '', '', '', $4, $5, $5, 'active')`,
    [groupId, placeId, challengeId, personId, places],
  )
  return groupId
}

/** One decision, open for an hour. */
async function putDecision(run: Run, { placeId, groupId }: { placeId: string; groupId: string }) {
  const decisionId = randomUUID()
  const versionId = randomUUID()
  await run(
    `insert into decisions (id, place_id, group_id, number, kind, origin, state)
     values ($1, $2, $3, 1, 'ordinary', 'residents', 'open')`,
    [decisionId, placeId, groupId],
  )
  await run(
    `insert into decision_versions (id, place_id, decision_id, number, why, text, reason, options, affects, review_on,
       opened_at, closes_at)
     values ($1, $2, $3, 1, 'first', 'Breaks are booked by phone too.', 'It is busy.', '', 'Everybody', '2099-01-01', now(),
       now() + interval '1 hour')`,
    [versionId, placeId, decisionId],
  )
  return decisionId
}

/** Somebody with a place, open on a device. */
async function putMember(
  run: Run,
  { placeId, groupId }: { placeId: string; groupId: string },
  { memberId, key }: Device,
  i: number,
) {
  await run(
    `insert into group_members (id, place_id, group_id, reference, first_name, contact_by, contact, contact_hash, ways,
       language, consent_version, manage_hash, bloc)
     values ($1, $2, $3, $4, 'Somebody', 'someone', $4, $5, '{in-the-room}', 'en', '2026-11', $6, $7)`,
    [memberId, placeId, groupId, `HALL-${i}`, hashOf(memberId), hashOf(key + i), BLOCS[i % 3]],
  )
  await run(
    `insert into group_devices (id, member_id, key_hash, key_version, until) values ($1, $2, $3, 1, now() + interval '1 day')`,
    [randomUUID(), memberId, hashOf(key)],
  )
}

/** A group that has agreed its charter, with everybody's place open on a device, and one decision open. */
export async function prepareHall(
  { pool }: Connected,
  hall: { devices: number; ports: readonly number[] },
): Promise<Prepared> {
  const client = await pool.connect()
  const run: Run = (text, given = []) => client.query(text, given)
  await run('begin')
  await run('set local session_replication_role = replica')
  const question = await putQuestion(run)
  const groupId = await putGroup(run, question, hall.devices)
  const at = { placeId: question.placeId, groupId }
  const decisionId = await putDecision(run, at)
  const devices = Array.from(
    { length: hall.devices },
    (_, i): Device => ({
      memberId: randomUUID(),
      key: randomBytes(32).toString('base64url'),
      base: `http://127.0.0.1:${hall.ports[i % hall.ports.length]}`,
    }),
  )
  for (const [i, device] of devices.entries()) await putMember(run, at, device, i)
  await run('commit')
  client.release()
  return { groupId, decisionId, devices }
}
