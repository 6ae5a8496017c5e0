import { cohortsContract as contract } from '@howcanwe/shared/cohorts'
import type { IncomeBand, Kind } from '@howcanwe/shared/organisations'
import { describe, expect, it } from 'vitest'
import { refusal } from '../../../test/support.ts'
import { type Group, group, ready, send } from '../joint-interests/joint-interests.fixture.ts'
import {
  answered,
  challengeId,
  choiceOf,
  expectNothingHappened,
  inTown,
  press,
  type Sent,
  town,
  world,
} from './cohorts.fixture.ts'

inTown()

/** Organisations of these sizes answer as one; the first of them sends it. */
async function together(...bands: IncomeBand[]): Promise<Sent> {
  const place = { world, place: town }
  const all: Group[] = []
  for (const band of bands) all.push(await group(place, 'Neighbours', band))
  const [by, ...others] = all as [Group, ...Group[]]
  const here = { world, challengeId }
  const { sent } = await send(here, by, await ready(here, by, others))
  return { id: sent?.interestId ?? '', organisationId: by.id, name: by.name }
}

async function withAnswers(one: Sent, kinds: [Kind, IncomeBand][]): Promise<Sent[]> {
  const all = [one]
  for (const [kind, band] of kinds) all.push(await answered(kind, band))
  await world.seed.passDeadline(challengeId)
  return all
}

const FIRM: [Kind, IncomeBand] = ['company', 'not-a-charity']
const LARGE: [Kind, IncomeBand] = ['charity', 'large']
const MEDIUM: [Kind, IncomeBand] = ['charity', 'medium']

describe('several who answered as one have one place, of the size most of them are (§2.7, FR-06)', () => {
  it('two micro groups and a large one who sends it fill the one place under £100k, and count once', async () => {
    const one = await together('large', 'micro', 'micro')
    const all = await withAnswers(one, [MEDIUM, LARGE, FIRM])
    const cohort = await press(choiceOf(all, []))
    expect([cohort.interested, cohort.organisations.length]).toEqual([4, 4])
    expect(cohort.reservedPlacesReason).toBeNull()
    const read = await world.anyone(contract.read, { params: { challengeId } })
    expect(read.organisations.map((o) => o.together.length).sort()).toEqual([0, 0, 0, 2])
  })

  it('three micro groups in it are one small place and not three', async () => {
    const all = await withAnswers(await together('micro', 'micro', 'micro'), [LARGE, LARGE, FIRM])
    expect((await refusal(press(choiceOf(all, [])))).code).toBe('cohorts.reserved_places')
    await expectNothingHappened(all)
  })

  it('three of them and two others are three answers: too few for a cohort', async () => {
    const all = await withAnswers(await together('micro', 'micro', 'micro'), [MEDIUM, FIRM])
    expect((await refusal(press(choiceOf(all, [])))).code).toBe('request.invalid')
  })

  it('one micro group who sends it with one charity of £20m fills no small place (J-13)', async () => {
    const all = await withAnswers(await together('micro', 'major'), [MEDIUM, MEDIUM, FIRM])
    expect((await refusal(press(choiceOf(all, [])))).code).toBe('cohorts.reserved_places')
    await expectNothingHappened(all)
  })
})
