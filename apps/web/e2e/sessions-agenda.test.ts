import { codesignContract } from '@howcanwe/shared/codesign'
import { sessionsContract } from '@howcanwe/shared/sessions'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../api/src/db/database.ts'
import { cleanPicture, expectSaid, startTown } from './support/town.ts'

const YUSUF = 'yusuf@voluntary-action.example'
const TAXI = 'Who pays the taxi home after nine'
const DAY = 86_400_000

const { town, at, call, groupNamed, placeOf } = startTown()

/** The last day for papers of a session is over. */
async function papersWereDue(sessionId: string) {
  const { db, close } = openDatabase({ url: town.product.databaseUrl, max: 1 })
  await db.transaction(async (tx) => {
    await tx.execute('set local session_replication_role = replica')
    await tx.execute(
      `update group_sessions set papers_due_at = clock_timestamp() - interval '1 minute' where id = '${sessionId}'`,
    )
  })
  await close()
}

async function sessionsOf(groupId: string) {
  const yusuf = await call(YUSUF)
  return (await yusuf(sessionsContract.list, { params: { groupId } })).items
}

async function membersOf(groupId: string) {
  const yusuf = await call(YUSUF)
  return (await yusuf(codesignContract.members, { params: { groupId } })).items
}

/** Yusuf announces the date after the next. */
async function oneMore(groupId: string) {
  const yusuf = await call(YUSUF)
  const startsAt = new Date(Date.now() + 40 * DAY)
  startsAt.setUTCHours(18, 0, 0, 0)
  await yusuf(codesignContract.startSession, {
    params: { groupId },
    body: {
      ...{ startsAt: startsAt.toISOString(), minutes: 120 },
      ...{ venue: 'Elmside lunch club, the small room', address: '4 Mill Lane, Elmside' },
      ...{ gettingThere: 'Bus 12 to Mill Lane.', stepFree: true, capacity: 14 },
      breaks: 'Tea after an hour.',
    },
  })
}

describe('an agenda that people can prepare for (CD3, §4.2 Papers)', () => {
  it('what is to be decided without a paper falls off, and stands on the next agenda with where it came from', async () => {
    const groupId = await groupNamed('A break you can plan on')
    const next = (await sessionsOf(groupId)).find(({ isOver }) => !isOver)
    const path = `/groups/${groupId}/sessions/${next?.id}`
    const yusuf = await at('laptop', YUSUF)
    await yusuf.goto(`${path}/plan`)
    await yusuf.getByText('Put something on for yourself or for somebody who rang').click()
    await yusuf.getByLabel('What is it about?').first().fill(TAXI)
    await yusuf.getByLabel('To decide').check()
    await yusuf.getByRole('button', { name: 'Put it on the agenda' }).click()
    await expectSaid(yusuf, 'It is on the agenda.')
    await papersWereDue(next?.id ?? '')
    const isOff = async () => {
      await yusuf.reload()
      await yusuf.getByRole('heading', { name: 'Order the agenda' }).waitFor()
      return yusuf.getByText(`${TAXI}. It goes on the agenda of the next session.`).count()
    }
    await expect.poll(isOff, { timeout: 30_000, interval: 1_000 }).toBe(1)
    await cleanPicture(yusuf, 'sa1-fell-off-1280')

    const resident = (await membersOf(groupId)).find(({ bloc }) => bloc === 'residents')
    const phone = await placeOf(YUSUF, { groupId, memberId: resident?.id ?? '' })
    await phone.goto(path)
    await phone.getByText('because no paper in plain words was out').waitFor()
    await cleanPicture(phone, 'sa2-fell-off-360')

    await oneMore(groupId)
    const isOn = async () => {
      await phone.reload()
      await phone.getByRole('heading', { name: 'Agenda' }).waitFor()
      return phone.getByText(/^Who pays the taxi home after nine\. It is on the agenda of/).count()
    }
    await expect.poll(isOn, { timeout: 30_000, interval: 1_000 }).toBe(1)
    const after = (await sessionsOf(groupId)).filter(({ isOver }) => !isOver)
    const last = after.toSorted((a, b) => b.startsAt.getTime() - a.startsAt.getTime())[0]
    await phone.goto(`/groups/${groupId}/sessions/${last?.id}`)
    await phone.getByText(TAXI).first().waitFor()
    await phone.getByText(/^Moved here from .*: no paper was out in time then\.$/).waitFor()
    await cleanPicture(phone, 'sa3-on-the-next-360')
  })

  it('a strip of the sheet says how it was for Kayleigh, who finds it on her phone and may change it (CD8, M23)', async () => {
    const groupId = await groupNamed('Nights that hold')
    const was = (await sessionsOf(groupId))
      .filter(({ isOver }) => isOver)
      .toSorted((a, b) => b.startsAt.getTime() - a.startsAt.getTime())[0]
    const path = `/groups/${groupId}/sessions/${was?.id}`
    const kayleigh = (await membersOf(groupId)).find(({ firstName }) => firstName === 'Kayleigh')
    const yusuf = await at('phone', YUSUF)
    await yusuf.goto(`${path}/sheet`)
    await yusuf.getByText('How was it?').first().waitFor()
    await cleanPicture(yusuf, 'sa4-strips-360')
    await yusuf.goto(`${path}/plan`)
    await yusuf.getByText('Type in the sign-in sheet').click()
    await yusuf.getByRole('checkbox', { name: 'Kayleigh' }).check()
    await yusuf.getByRole('button', { name: 'Keep the sheet' }).click()
    await expectSaid(yusuf, 'The sheet is kept.')
    await yusuf.getByText('Type in how it felt').click()
    await yusuf.getByRole('button', { name: 'Keep it' }).click()
    await expectSaid(yusuf, 'Choose a name, and one number in each line.')
    const who = `Kayleigh, ${kayleigh?.reference}`
    await yusuf.getByLabel('Who said it?').selectOption({ label: who })
    await yusuf.getByRole('group', { name: 'Was I heard?' }).getByLabel(/^4/).check()
    await yusuf.getByRole('group', { name: 'Did it change anything?' }).getByLabel(/^2/).check()
    await cleanPicture(yusuf, 'sa5-felt-typed-360')
    await yusuf.getByRole('button', { name: 'Keep it' }).click()
    await expectSaid(yusuf, 'It is kept, for Kayleigh.')

    const phone = await placeOf(YUSUF, { groupId, memberId: kayleigh?.id ?? '' })
    await phone.goto(path)
    const heard = phone.getByRole('group', { name: 'Was I heard?' })
    await heard.waitFor()
    expect(await heard.getByLabel(/^4/).isChecked()).toBe(true)
    await heard.getByLabel(/^5/).check()
    await phone.getByText('Thank you. It is written down.').waitFor()
    await cleanPicture(phone, 'sa6-felt-own-360')
  })
})
