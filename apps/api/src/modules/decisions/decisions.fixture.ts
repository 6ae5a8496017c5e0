import type { Bloc } from '@howcanwe/shared/codesign'
import { codesignContract } from '@howcanwe/shared/codesign'
import { type Answer, decisionsContract as contract } from '@howcanwe/shared/decisions'
import type { Call, CallArgs } from '@howcanwe/shared/http'
import { type SQL, sql } from 'drizzle-orm'
import { aDevice } from '../../../test/device.ts'
import type { World } from '../../../test/support.ts'
import { entered, town } from '../codesign/codesign.fixture.ts'

type Words = CallArgs<typeof contract.raise>['body']

export const WORDS: Words = {
  text: 'Breaks are booked online and by phone, nine to five.',
  why: 'The line is busy from Monday to Wednesday.',
  options: 'Online only was cheaper and left people out.',
  affects: 'Everybody who books a break',
  kind: 'ordinary',
}

export interface Sitting {
  bloc: Bloc
  memberId: string
  phone: Call
}

export interface Hall {
  world: World
  groupId: string
  placeId: string
  people: { yusuf: string; ruth: string; sam: string; ines: string }
  yusuf: Call
  ruth: Call
  seated: Sitting[]
}

/** Writes past triggers: time that has gone by, a charter that was agreed. */
export const past = (world: World, ...statements: SQL[]) =>
  world.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    for (const statement of statements) await tx.execute(statement)
  })

/** A group that has agreed its charter, with so many in each voice, each with a phone on which their place is open. */
export async function hall(
  world: World,
  seats: [residents: number, organisations: number, bodies: number] = [3, 2, 2],
): Promise<Hall> {
  const t = await town(world, { places: 60 })
  const blocs = (['residents', 'organisations', 'public-bodies'] as const).flatMap((bloc, i) =>
    Array.from({ length: seats[i] ?? 0 }, () => bloc),
  )
  const seated: Sitting[] = []
  for (const bloc of blocs) {
    const { member, slip } = await entered(world, t, { bloc })
    const phone = await aDevice(world)
    const { reference, words } = slip
    await phone(codesignContract.openPlace, { body: { with: { reference, words } } })
    seated.push({ bloc, memberId: member.id, phone })
  }
  await past(world, sql`update groups set state = 'active' where id = ${t.groupId}`)
  return {
    world,
    groupId: t.groupId,
    placeId: t.place.id,
    people: t.people,
    yusuf: await world.as(t.people.yusuf),
    ruth: await world.as(t.people.ruth),
    seated,
  }
}

export const soon = (minutes = 10) => new Date(Date.now() + minutes * 60_000).toISOString()
export const dayIn = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Its words have been with everybody for long enough to decide on them (§4.2, Papers). */
export const wordsStoodFor = (world: World, decisionId: string, ago = '21 days') =>
  past(
    world,
    sql`update decision_versions set words_at = clock_timestamp() - ${ago}::interval where decision_id = ${decisionId}`,
  )

/** Raised, made clear weeks ago, and open for ten minutes. */
export async function opened(
  h: Hall,
  more: Partial<Words> & { bodyDecides?: boolean } = {},
): Promise<string> {
  const { bodyDecides = false, ...words } = more
  const body = { ...WORDS, ...words }
  const { id } = await h.yusuf(contract.raise, { params: { groupId: h.groupId }, body })
  const params = { decisionId: id }
  const { origin: _, ...clear } = body
  await h.yusuf(contract.clarify, { params, body: { ...clear, bodyDecides } })
  await wordsStoodFor(h.world, id)
  await h.yusuf(contract.open, { params, body: { closesAt: soon(), reviewOn: dayIn(90) } })
  return id
}

export const say = (sitting: Sitting, decisionId: string, answer: Answer, version = 1) =>
  sitting.phone(contract.answer, { params: { decisionId }, body: { version, answer } })

/** The first so many of each voice say yes, the next so many no. */
export async function answered(
  h: Hall,
  decisionId: string,
  said: Partial<Record<Bloc, [yes: number, no: number]>>,
  version = 1,
) {
  for (const [bloc, [yes, no]] of Object.entries(said)) {
    const theirs = h.seated.filter((one) => one.bloc === bloc)
    for (const [i, one] of theirs.slice(0, yes + no).entries())
      await say(one, decisionId, i < yes ? 'yes' : 'no', version)
  }
}

/** Its time is over: by the database's clock, as far as it can see; long enough ago for what lies on paper. */
export const timeIsOver = (world: World, decisionId: string) =>
  past(
    world,
    sql`update decision_versions set closes_at = clock_timestamp() - interval '7 days'
        where decision_id = ${decisionId} and closed_at is null`,
  )

export async function counted(world: World, h: Hall, decisionId: string) {
  await timeIsOver(world, decisionId)
  return h.yusuf(contract.close, { params: { decisionId }, body: {} })
}

export const of = (h: Hall, bloc: Bloc) => h.seated.filter((one) => one.bloc === bloc)
export const first = (h: Hall, bloc: Bloc): Sitting => {
  const [one] = of(h, bloc)
  if (!one) throw new Error(`nobody sits with ${bloc}`)
  return one
}
