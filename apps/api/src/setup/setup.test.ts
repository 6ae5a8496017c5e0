import { challengesContract } from '@howcanwe/shared/challenges'
import { identityContract } from '@howcanwe/shared/identity'
import { matchingContract } from '@howcanwe/shared/matching'
import { placesContract } from '@howcanwe/shared/places'
import { placePageContract } from '@howcanwe/shared/places/page'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { refusal } from '../../test/support.ts'
import { seedDemo } from '../demo/index.ts'
import {
  anEmptyInstallation,
  done,
  everything,
  example,
  fileWith,
  HANNAH,
  refusedWith,
  SAMI,
  setUp,
  signIn,
  TOM,
  trail,
  world,
} from './setup.fixture.ts'
import { reportLines } from './setup.report.ts'

anEmptyInstallation()

describe('an operator sets up the first place of an empty installation', () => {
  it('visitors find it with its areas, its contact and its pay', async () => {
    await setUp()
    const { areas, ...place } = await world.anyone(placesContract.here)
    expect(areas.map((a) => a.name)).toEqual(['Old Town', 'Harbour'])
    expect(place).toMatchObject({
      slug: 'brookhaven',
      demo: false,
      contact: { name: 'Hannah Price', phone: '020 7946 0300' },
      pay: { hourlyPence: 2500, asOf: '2026-04-01' },
    })
  })

  it('each change has its trail, and the summary says what is there now and who hears complaints', async () => {
    const report = await setUp()
    expect(await trail()).toEqual([
      'places.set-up',
      'places.holidays-changed',
      'places.pledges-changed',
      ...['places.area-added', 'places.area-added', 'organisations.registered'],
      ...['identity.person-added', 'identity.role-granted', 'organisations.member-added'],
      ...['identity.person-added', 'identity.role-granted'],
      ...['identity.person-added', 'identity.role-granted', 'identity.role-granted'],
      'places.state-changed',
    ])
    const lines = reportLines(report, example, false)
    expect(lines).toContain('  New place: Brookhaven (brookhaven).')
    expect(lines).toContain('  Tom Ellis is a commissioner now and signs in by mail.')
    expect(lines.at(-1)).toMatch(/^Complaints go to Peter Lowe, 020 7946 0320/)
  })

  it('Tom signs in by mail and starts a draft; Hannah sees who fits an open question', async () => {
    const { placeId } = await setUp()
    const tom = await signIn(TOM)
    const me = await tom(identityContract.me)
    expect(me).toMatchObject({ displayName: 'Tom Ellis', roles: [{ role: 'commissioner' }] })
    const question = 'How can we keep halls open when people are free?'
    const { id } = await tom(challengesContract.start, { body: { placeId, question } })
    const read = { params: { challengeId: id } }
    expect((await tom(challengesContract.draft, read)).question).toBe(question)

    const { areas } = await world.anyone(placesContract.here)
    const place = { id: placeId, areaIds: areas.map((a) => a.id) }
    await world.seed.organisation({ place, name: 'Night Carers' })
    const council = me.organisations[0]?.id ?? ''
    const challengeId = await world.seed.openChallenge({ place, commissioner: me.id, council })
    const hannah = await signIn(HANNAH)
    const matches = await hannah(matchingContract.forChallenge, { params: { challengeId } })
    expect(matches.items.map((m) => m.name)).toContain('Night Carers')
    expect(
      (await refusal(tom(matchingContract.forChallenge, { params: { challengeId } }))).code,
    ).toBe('auth.forbidden')
  })

  it('it is active, with its public bodies and pledges for everyone to read', async () => {
    await setUp()
    expect(await world.anyone(placePageContract.page)).toMatchObject({
      state: 'active',
      kind: 'borough',
      complaints: { name: 'Peter Lowe' },
      publicBodies: [{ name: 'Brookhaven Council', contactName: 'Tom Ellis' }],
      pledges: [{ framework: 'keep-it-local', owner: 'Tom Ellis, Brookhaven Council' }],
    })
  })

  it('complaints go to the contact where the file names nobody for them', async () => {
    await setUp(fileWith((f) => delete f.place.complaints))
    const page = await world.anyone(placePageContract.page)
    expect(page.complaints).toMatchObject({ name: 'Hannah Price', phone: '020 7946 0300' })
  })

  it('a dry run says the same and writes nothing', async () => {
    const before = await everything()
    const would = await setUp(example, { dryRun: true })
    expect(await everything()).toEqual(before)
    expect(reportLines(would, example, true)[0]).toContain('nothing was written')
    expect(would.steps).toEqual((await setUp()).steps)
  })

  it('a run that fails half-way leaves nothing behind', async () => {
    await world.db.execute(
      sql`alter table role_grants add constraint no_steward check (role <> 'steward')`,
    )
    const before = await everything()
    await expect(setUp()).rejects.toThrow()
    expect(await everything()).toEqual(before)
  })
})

describe('somebody who was there before is given a role', () => {
  it('they keep the name they chose, and sign in again, because a sign-in with a role is shorter', async () => {
    const first = await world.seed.place({ slug: 'brookhaven' }, ['Old Town'])
    const wendy = await world.seed.person({ name: 'Wendy', email: 'wendy@example.org' })
    const before = await world.as(wendy)
    const file = fileWith((f) => {
      f.people.push({ name: 'Wendy Oakes', email: 'wendy@example.org', roles: ['steward'] })
    })
    expect((await setUp(file)).placeId).toBe(first.id)
    expect((await refusal(before(identityContract.me))).code).toBe('auth.required')
    const after = await signIn('wendy@example.org')
    expect(await after(identityContract.me)).toMatchObject({
      displayName: 'Wendy',
      roles: [{ placeId: first.id, role: 'steward' }],
    })
  })

  it('somebody who never said a name is called what the file calls them', async () => {
    await world.seed.person({ email: SAMI, displayName: null })
    expect(await done()).toContain('personNamed')
    expect(await (await signIn(SAMI))(identityContract.me)).toMatchObject({
      displayName: 'Sami Rahman',
    })
  })
})

describe('a place an operator may not set up', () => {
  it('the demo town stays as it is', async () => {
    await seedDemo(world.ownerUrl)
    const before = await everything()
    const file = fileWith((f) => {
      f.place.slug = 'northgate-and-elmside'
      f.place.host = 'northgate.example'
    })
    expect(await refusedWith(setUp(file, { endMissing: true }))).toEqual(['/place/slug demo_place'])
    expect(await everything()).toEqual(before)
  })

  it('a second place needs a host of its own, or nobody would find it', async () => {
    await setUp()
    const second = fileWith((f) => {
      f.place.slug = 'mill-end'
    })
    expect(await refusedWith(setUp(second))).toEqual(['/place/host host_needed'])
    second.place.host = 'mill-end.example'
    await setUp(second)
    second.place.host = null
    expect(await refusedWith(setUp(second))).toEqual(['/place/host host_needed'])
    const taken = fileWith((f) => {
      f.place.host = 'mill-end.example'
    })
    expect(await refusedWith(setUp(taken))).toEqual(['/place/host host_taken'])
  })
})
