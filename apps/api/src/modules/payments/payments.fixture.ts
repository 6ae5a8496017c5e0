import { codesignContract } from '@howcanwe/shared/codesign'
import type { Call } from '@howcanwe/shared/http'
import { paymentsContract as contract } from '@howcanwe/shared/payments'
import { sql } from 'drizzle-orm'
import { aDevice } from '../../../test/device.ts'
import type { World } from '../../../test/support.ts'
import { entered, patiently, town } from '../codesign/codesign.fixture.ts'

export const HOUR = 2_400

/** A town with a group, a steward who set its rates, and a finance clerk. */
export async function payTown(world: World, more: { vouchers?: boolean; rates?: boolean } = {}) {
  const at = await town(world, { places: 40 })
  const roles = [{ placeId: at.place.id, role: 'finance-clerk' as const }]
  const clerk = await world.seed.person({ name: 'Cleo', roles })
  const sam = await world.as(at.people.sam)
  const placeId = at.place.id
  if (more.rates !== false) {
    for (const [what, pence] of [
      ['hour', HOUR],
      ['half-day', 7_000],
    ] as const)
      await sam(contract.setRate, {
        body: { placeId, what, pence, fromDay: '2020-01-01', source: 'Cabinet, 4 March' },
      })
    await sam(contract.setSettings, {
      body: {
        placeId,
        fromDay: '2020-01-01',
        receiptLimitPence: 1_000,
        vouchers: more.vouchers ?? true,
        paysOrganisations: false,
        source: 'Cabinet, 4 March',
      },
    })
  }
  return { ...at, people: { ...at.people, clerk } }
}
export type PayTown = Awaited<ReturnType<typeof payTown>>

/** Somebody in the group, with their place open on their phone. */
export async function onPhone(
  world: World,
  at: PayTown,
  more: Parameters<typeof entered>[2] = {},
): Promise<{ phone: Call; memberId: string; reference: string }> {
  const { member, slip } = await patiently(() => entered(world, at, more))
  const phone = await aDevice(world)
  const { reference, words } = slip
  const body = { with: { reference, words } }
  await patiently(() => phone(codesignContract.openPlace, { body }))
  return { phone, memberId: member.id, reference }
}

/** A session that was held, two hours of it paid and one for getting ready, as long ago as said. */
export async function heldSession(
  world: World,
  at: Pick<PayTown, 'place' | 'groupId'>,
  hoursAgo = 3,
): Promise<string> {
  const { rows } = await world.db.execute<{ id: string }>(sql`
    insert into group_sessions (id, place_id, group_id, starts_at, ends_at, venue, getting_there, step_free, state, paid_minutes)
    values (gen_random_uuid(), ${at.place.id}, ${at.groupId}, now() - ${hoursAgo}::float8 * interval '1 hour',
      now() - ${hoursAgo}::float8 * interval '1 hour' + interval '2 hours', 'Elmside Hall', '', true, 'held', 180)
    returning id`)
  return rows[0]?.id ?? ''
}

/** One that is to come, so many hours from now. */
export async function comingSession(
  world: World,
  at: Pick<PayTown, 'place' | 'groupId'>,
  hours: number,
): Promise<string> {
  const { rows } = await world.db.execute<{ id: string }>(sql`
    insert into group_sessions (id, place_id, group_id, starts_at, ends_at, venue, getting_there, step_free, paid_minutes)
    values (gen_random_uuid(), ${at.place.id}, ${at.groupId}, now() + ${hours}::float8 * interval '1 hour',
      now() + (${hours}::float8 + 2) * interval '1 hour', 'Elmside Hall', '', true, 180) returning id`)
  return rows[0]?.id ?? ''
}

/** Yusuf writes down that these were there for two hours, and got ready for one. */
export async function wereThere(
  world: World,
  at: PayTown,
  sessionId: string,
  memberIds: readonly string[],
) {
  const yusuf = await world.as(at.people.yusuf)
  return yusuf(contract.attended, {
    params: { groupId: at.groupId, sessionId },
    body: {
      people: memberIds.map((memberId) => ({
        memberId,
        minutes: 120,
        preparationMinutes: 60,
        payAs: 'minutes' as const,
      })),
    },
  })
}

/** Made up: the check digits fit, no bank has it. */
export const ACCOUNT = {
  kind: 'uk',
  name: 'K Doyle',
  sortCode: '12-34-56',
  accountNumber: '31926819',
} as const

/** The payment file as the clerk gets it: a file, not JSON, so not with the typed client. */
export async function takeFile(
  world: World,
  at: PayTown,
  batchId: string,
  body: { reason?: string } = {},
): Promise<{ status: number; code: string | undefined; csv: string; type: string }> {
  const answer = await world.app.inject({
    method: 'POST',
    url: `/api/v1/desk/pay/batches/${batchId}/file`,
    headers: { authorization: `Bearer ${await world.tokenOf(at.people.clerk)}` },
    payload: body,
  })
  const refused = answer.statusCode >= 300
  return {
    status: answer.statusCode,
    code: refused ? answer.json().code : undefined,
    csv: refused ? '' : answer.body,
    type: String(answer.headers['content-type']),
  }
}
