import { identityContract } from '@howcanwe/shared/identity'
import { placesContract } from '@howcanwe/shared/places'
import { placePageContract } from '@howcanwe/shared/places/page'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../db/database.ts'
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
import { changesOf, reportLines } from './setup.report.ts'
import { setUpPlace } from './setup.usecases.ts'

anEmptyInstallation()

describe('an operator runs it again', () => {
  it('with the same file nothing is written', async () => {
    await setUp()
    const before = await everything()
    const again = await setUp()
    expect(await everything()).toEqual(before)
    expect(reportLines(again, example, false)[0]).toBe(
      'Everything is as the file says. Nothing was changed.',
    )
  })

  it('two at once take turns: one sets up, the other finds it done', async () => {
    const second = openDatabase({ url: world.ownerUrl, max: 1 })
    const runs = await Promise.all([setUp(), setUpPlace(second.db, example)])
    await second.close()
    expect(runs[0]?.placeId).toBe(runs[1]?.placeId)
    expect(runs.filter((run) => run.steps.length === 0)).toHaveLength(1)
    expect((await trail()).filter((action) => action === 'places.set-up')).toHaveLength(1)
  })

  it('with a changed file the place, its areas and its people follow, and ids stay', async () => {
    await setUp()
    const before = await world.anyone(placesContract.here)
    const file = fileWith((f) => {
      f.place.name = 'Brookhaven and Mill End'
      f.areas = [
        { name: 'Mill End' },
        { name: 'The Old Town', gssCode: 'E05999999' },
        { name: 'Harbour' },
      ]
      f.publicBodies[0]?.areas.splice(0, 2, 'Harbour')
      f.people.push({ name: 'Wendy Oakes', email: 'wendy@health.example', roles: ['broker'] })
    })
    expect(await done(file)).toEqual([
      ...['placeChanged', 'areaNew', 'areaRenamed', 'areaChanged', 'roleGranted'],
    ])
    const after = await world.anyone(placesContract.here)
    expect(after.name).toBe('Brookhaven and Mill End')
    expect(after.areas.map((a) => a.name)).toEqual(['Mill End', 'The Old Town', 'Harbour'])
    expect(after.areas.slice(1).map((a) => a.id)).toEqual(before.areas.map((a) => a.id))
    expect(await done(file)).toEqual([])
  })

  it('a place rests, goes on, and ends for good, as the file says', async () => {
    const as = (state: 'active' | 'paused' | 'archived') =>
      done(fileWith((f) => void Object.assign(f.place, { state })))
    await setUp()
    expect(await as('paused')).toEqual(['stateChanged'])
    expect(await as('paused')).toEqual([])
    expect(await as('active')).toEqual(['stateChanged'])
    expect(await as('archived')).toEqual(['stateChanged'])
    expect(await refusedWith(as('active'))).toEqual(['/place/state place_ended'])
    expect((await world.anyone(placePageContract.page)).state).toBe('archived')
  })

  it('a place may be set up resting', async () => {
    await setUp(fileWith((f) => void Object.assign(f.place, { state: 'paused' })))
    expect((await world.anyone(placePageContract.page)).state).toBe('paused')
  })

  it('pledges follow the file, in its order', async () => {
    await setUp()
    const own = { framework: 'own' as const, owner: 'Hannah Price', reviewOn: '2027-05-01' }
    const changed = fileWith((f) => f.pledges.unshift({ ...own, statement: 'We ring back.' }))
    expect(await done(changed)).toEqual(['pledgesChanged'])
    expect(await done(changed)).toEqual([])
    const { pledges } = await world.anyone(placePageContract.page)
    expect(pledges.map((p) => p.owner)).toEqual(['Hannah Price', 'Tom Ellis, Brookhaven Council'])
  })

  it('whoever is no longer in the file keeps their role until --end-missing says otherwise', async () => {
    await setUp()
    const sami = await signIn(SAMI)
    const tom = await signIn(TOM)
    const file = fileWith((f) => {
      f.people = f.people.filter((p) => p.email === HANNAH)
    })
    const report = await setUp(file)
    expect(changesOf(report)).toEqual([])
    expect(reportLines(report, file, false)).toContain(
      '  Sami Rahman is a steward, but not in the file.',
    )
    expect((await sami(identityContract.me)).roles).toHaveLength(2)

    expect(await done(file, { endMissing: true, dryRun: true })).toHaveLength(3)
    expect((await sami(identityContract.me)).roles).toHaveLength(2)
    expect(await done(file, { endMissing: true })).toEqual([
      ...['roleEnded', 'roleEnded', 'memberEnded'],
    ])
    expect((await sami(identityContract.me)).roles.map(({ role }) => role)).toEqual(['steward'])
    expect((await tom(identityContract.me)).organisations).toEqual([])
    expect((await trail()).slice(-3)).toEqual([
      ...['identity.role-ended', 'identity.role-ended'],
      'organisations.member-removed',
    ])
    const again = await setUp(file, { endMissing: true })
    expect(changesOf(again)).toEqual([])
    expect(reportLines(again, file, false)).toContain(
      '  Sami Rahman stays a steward: a place that is active keeps one. Name another in the file first.',
    )
  })

  it('a role that ended is granted again when it is back in the file', async () => {
    await setUp()
    await setUp(
      fileWith((f) => void f.people.pop()),
      { endMissing: true },
    )
    expect(await done()).toEqual(['roleGranted'])
  })

  it('roles in another place are left alone', async () => {
    await setUp()
    const elsewhere = await world.seed.place({ host: 'elsewhere.example' })
    const wendy = await world.seed.person({ roles: [{ placeId: elsewhere.id, role: 'broker' }] })
    await setUp(example, { endMissing: true })
    expect((await (await world.as(wendy))(identityContract.me)).roles).toHaveLength(1)
  })

  it('an area in use is never removed, one nobody uses only with --end-missing', async () => {
    await setUp(fileWith((f) => void f.areas.push({ name: 'Tpyo' })))
    const file = fileWith((f) => {
      f.areas = [{ name: 'Hill' }]
      f.publicBodies[0]?.areas.splice(0, 2, 'Hill')
    })
    await setUp(file)
    const names = async () => (await world.anyone(placesContract.here)).areas.map((a) => a.name)
    expect(await names()).toEqual(['Hill', 'Old Town', 'Harbour', 'Tpyo'])
    const report = await setUp(file, { endMissing: true })
    expect(await names()).toEqual(['Hill', 'Old Town', 'Harbour'])
    expect(reportLines(report, file, false)).toContain(
      '  The area Harbour is not in the file, but in use. It stays.',
    )
  })

  it('what a public body says of itself in the product stays its own; its kind follows the file', async () => {
    await setUp()
    await world.db.execute(sql`update organisations set contact_name = 'Priya Nair'`)
    const file = fileWith((f) => {
      for (const body of f.publicBodies) body.kind = 'health-body'
    })
    const report = await setUp(file)
    expect(report.steps.map((s) => s.what)).toEqual(['bodyDiffers', 'bodyChanged'])
    const { rows } = await world.db.execute(sql`select kind, contact_name from organisations`)
    expect(rows).toEqual([{ kind: 'health-body', contact_name: 'Priya Nair' }])
  })
})
