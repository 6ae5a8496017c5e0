import { codesignContract } from '@howcanwe/shared/codesign'
import { type Call, ProblemError } from '@howcanwe/shared/http'
import { sessionsContract } from '@howcanwe/shared/sessions'
import { sql } from 'drizzle-orm'
import { aDevice } from '../../../test/device.ts'
import type { World } from '../../../test/support.ts'
import { entry, newSession, town } from '../codesign/codesign.fixture.ts'

type Who = NonNullable<Parameters<typeof entry>[0]>
type Town = Awaited<ReturnType<typeof town>>

const PAUSE_MS = 300

/** Machines under tests are busy: what was not done for that reason is asked again, a moment later. */
const patient = (call: Call): Call => {
  const again: Call = async (endpoint, ...args) => {
    try {
      return await call(endpoint, ...args)
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.status !== 503) throw error
      await new Promise((done) => setTimeout(done, PAUSE_MS))
      return again(endpoint, ...args)
    }
  }
  return again
}

/** Somebody with a place in the group, opened on their own telephone with the words of the slip. */
export async function voice(world: World, at: Town, who: Who = {}) {
  const yusuf = patient(await world.as(at.people.yusuf))
  const body = entry(who)
  const { member, slip } = await yusuf(codesignContract.enter, {
    params: { groupId: at.groupId },
    body,
  })
  const phone = patient(await aDevice(world))
  await phone(codesignContract.openPlace, {
    body: { with: { reference: slip.reference, words: slip.words } },
  })
  return { id: member.id, phone }
}

/** A town whose group has a session in so many days. */
export async function townWithSession(
  world: World,
  more: Parameters<typeof newSession>[0] & { inDays?: number; places?: number } = {},
) {
  const { inDays = 20, places = 40, ...session } = more
  const at = await town(world, { places })
  const yusuf = patient(await world.as(at.people.yusuf))
  const startsAt = new Date(Date.now() + inDays * 86_400_000).toISOString()
  const { id } = await yusuf(codesignContract.startSession, {
    params: { groupId: at.groupId },
    body: newSession({ startsAt, ...session }),
  })
  const params = { groupId: at.groupId, sessionId: id }
  return { ...at, yusuf, sessionId: id, params }
}

export const say = (
  call: Call,
  params: { groupId: string; sessionId: string },
  answer: 'yes' | 'no' | 'maybe',
  brings = false,
) => call(sessionsContract.reply, { params, body: { answer, brings } })

/** Moves a session to where its end was so many hours ago, as only the clock could. */
export const isOverSince = (world: World, sessionId: string, hours: number) =>
  world.db.execute(sql`update group_sessions set starts_at = now() - make_interval(hours => ${hours + 2}),
    ends_at = now() - make_interval(hours => ${hours}), papers_due_at = now() - interval '9 days'
    where id = ${sessionId}`)

/** Lets what people need have been said long before a session whose clock was moved. */
export const hadNeedsBefore = (world: World) =>
  world.db.execute(sql`update access_needs set created_at = now() - interval '2 years'`)

/** The SQLSTATE the database refuses something with; undefined when it lets it through. */
export async function refusedBy(run: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await run()
    return undefined
  } catch (error) {
    for (let e: unknown = error; e instanceof Error; e = e.cause)
      if ('code' in e && typeof e.code === 'string') return e.code
    throw error
  }
}
