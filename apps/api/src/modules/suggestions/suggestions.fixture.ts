import { codesignContract as codesign } from '@howcanwe/shared/codesign'
import type { Call, CallArgs } from '@howcanwe/shared/http'
import { sessionsContract as sessions } from '@howcanwe/shared/sessions'
import { suggestionsContract as contract } from '@howcanwe/shared/suggestions'
import { aDevice } from '../../../test/device.ts'
import type { World } from '../../../test/support.ts'
import { convene } from '../charters/charters.fixture.ts'
import { entered, newSession, town } from '../codesign/codesign.fixture.ts'
import { isOverSince } from '../sessions/sessions.fixture.ts'
import { keepSuggestions } from './usecases/clocks.ts'

type Entry = NonNullable<Parameters<typeof entered>[2]>
export type At = Awaited<ReturnType<typeof aGroup>>

/** Yusuf's group with its charter agreed. */
export async function aGroup(world: World) {
  const at = await town(world, { places: 40 })
  await convene(world, at.groupId, 'active')
  return at
}

/** Somebody in the group with their place open on a phone. */
export async function aVoice(world: World, at: At, more: Partial<Entry> = {}) {
  const { member, slip } = await entered(world, at, { firstName: 'Kayleigh', ...more })
  const phone = await aDevice(world)
  const { reference, words } = slip
  await phone(codesign.openPlace, { body: { with: { reference, words } } })
  return { member, phone }
}

type Said = CallArgs<typeof contract.say>['body']
export const said = (more: Partial<Said> = {}): Said => ({
  text: 'Put a bench where the bus stops, so that people can wait sitting down.',
  language: 'en',
  namedAs: 'nobody',
  ...more,
})

export const say = (phone: Call, at: At, more: Partial<Said> = {}) =>
  phone(contract.say, { params: { groupId: at.groupId }, body: said(more) })

export const today = () => new Date().toISOString().slice(0, 10)
export const REASON =
  'The road there belongs to the county, which said no in February; we asked twice.'

export const hear = (call: Call, suggestionId: string) =>
  call(contract.acknowledge, {
    params: { suggestionId },
    body: { words: 'We take this to the streets team.', decidedOn: today() },
  })

type Answer = CallArgs<typeof contract.answer>['body']
export const answer = (call: Call, suggestionId: string, more: Partial<Answer> = {}) =>
  call(contract.answer, {
    params: { suggestionId },
    body: {
      ...{
        to: 'done',
        words: 'The bench stands since Monday.',
        named: 'Ruth, for the council',
        doneBy: null,
      },
      ...more,
    },
  })

export const moveOn = (
  call: Call,
  at: At,
  to: 'active' | 'reporting-back' | 'homework-marked' | 'closed',
) => call(contract.moveOn, { params: { groupId: at.groupId }, body: { to } })

/** Yusuf announces the session at which the homework is marked. */
export const announceMeeting = async (yusuf: Call, at: At): Promise<string> => {
  const params = { groupId: at.groupId }
  const { meeting } = await yusuf(contract.announceHomework, { params, body: newSession() })
  if (!meeting) throw new Error('it was announced')
  return meeting.id
}

/** The session is over, Yusuf says that it was held, and everybody is asked where the group stood. */
export async function met(world: World, at: At, yusuf: Call) {
  const sessionId = await announceMeeting(yusuf, at)
  await isOverSince(world, sessionId, 1)
  const params = { groupId: at.groupId, sessionId }
  await yusuf(sessions.step, { params, body: { to: 'held' } })
  while (await keepSuggestions({ db: world.db, config: world.config }));
  return (await yusuf(contract.list, { params })).homework
}
