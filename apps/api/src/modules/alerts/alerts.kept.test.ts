import { alertsContract as contract } from '@howcanwe/shared/alerts'
import { invitationsContract } from '@howcanwe/shared/invitations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { startWorld, type World } from '../../../test/support.ts'
import { enqueue } from '../notifications/index.ts'
import { forgetLetters, letAWeekGoBy, lettersOf } from './alerts.fixture.ts'
import { sendDigests } from './index.ts'

let world: World
let place: SeededPlace
let ruth: string
let amina: string
let count = 0
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.db.execute(sql`delete from digest_turns`)
  await forgetLetters(world)
  place = await world.seed.place({ name: 'Northgate' })
  ruth = await world.seed.person({ roles: [{ placeId: place.id, role: 'commissioner' }] })
  amina = await world.seed.person({ name: 'Amina Yusuf', email: `amina-k${++count}@example.org` })
})

const monday = async () => {
  await letAWeekGoBy(world)
  while (await sendDigests({ db: world.appDb, config: world.config }));
  return lettersOf(world, 'alerts.digest')
}
const collectForMe = async () =>
  (await world.as(amina))(contract.change, {
    params: { placeId: place.id },
    body: { wishes: [{ what: 'waiting', how: 'weekly' }] },
  })

describe('the week in one letter', () => {
  it('holds the emails somebody asked to have collected, with their links, and they are not sent again', async () => {
    await collectForMe()
    const { rows } = await world.db.execute<{ email: string }>(
      sql`select email from people where id = ${amina}`,
    )
    await enqueue(world.appDb, {
      placeId: place.id,
      to: rows[0]?.email ?? '',
      template: 'invitations.invited',
      letter: {
        subject: 'The council asks: may we?',
        paragraphs: ['Go'],
        link: 'http://localhost:3000/challenges/x',
      },
    })
    const [letter] = await monday()
    expect(letter?.subject).toBe('Northgate: 1 thing for you')
    expect(letter?.body).toContain('The council asks: may we?\nhttp://localhost:3000/challenges/x')
    expect(await lettersOf(world, 'invitations.invited')).toMatchObject([{ sent: true }])
  })

  it('never mails an address that somebody wrote into an invitation, only the page it leads to', async () => {
    await collectForMe()
    const ines = await world.seed.person({ roles: [{ placeId: place.id, role: 'broker' }] })
    const contactEmail = `amina-k${count}@example.org`
    const id = await world.seed.organisation({ place, contactEmail, members: [amina] })
    const challengeId = await world.seed.openChallenge({
      ...{ place, commissioner: ruth, slug: `kept-${count}` },
    })
    const why = 'You know carers. Read https://evil.example/pay before you answer.'
    await (await world.as(ines))(invitationsContract.invite, {
      params: { challengeId },
      body: { candidates: [{ kind: 'organisation', id, why }] },
    })
    const [letter] = await monday()
    expect(letter?.body).toContain(`http://localhost:3000/challenges/kept-${count}`)
    expect(letter?.body).not.toContain('evil.example')
  })

  it('names no page of a letter that leads elsewhere', async () => {
    await collectForMe()
    await enqueue(world.appDb, {
      placeId: place.id,
      to: `amina-k${count}@example.org`,
      template: 'invitations.invited',
      letter: { subject: 'Asked', paragraphs: ['Go'], link: 'http://localhost:3000.evil.example/' },
    })
    const [letter] = await monday()
    expect(letter?.body).toContain('Asked')
    expect(letter?.body).not.toContain('evil.example')
  })
})
