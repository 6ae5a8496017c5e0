import type { JointInterest } from '@howcanwe/shared/joint-interests'
import { describe, expect, it } from 'vitest'
import { CARERS_ID, PLACE_ID } from '../../../test/town.ts'
import { joint as anyJoint, member, share } from './joint.fixture.ts'
import { nextFor, waitingFor } from './waiting.ts'

const joint = (more: object = {}) => anyJoint(more) as unknown as JointInterest
const ours = (more: object = {}) => member(CARERS_ID, 'Carers', { ours: true, ...more })
const lunch = (more: object = {}) => member(PLACE_ID, 'Lunch club', { convenor: true, ...more })
const can = { ...joint().can }
const unwritten = { share: { ...share, part: '', role: '' }, agreed: false }

describe('the one thing to do next (J-12)', () => {
  it.each([
    ['their own part before anything', 'part', { members: [ours(unwritten), lunch()] }],
    [
      'what all say, for whoever convenes and has a part',
      'terms',
      { missing: ['purpose', 'not-agreed'], can: { ...can, convene: true } },
    ],
    [
      'nothing while others have to write: agreeing now would be asked again',
      'wait',
      { missing: ['part', 'not-agreed'] },
    ],
    ['agreeing when all is written', 'agree', {}],
    [
      'nothing when they have agreed and others have not',
      'done',
      { can: { ...can, agree: false } },
    ],
    [
      'nothing for the convenor either, who sends it afterwards',
      'convening',
      { can: { ...can, agree: false, convene: true } },
    ],
    [
      'sending, for whoever convenes',
      'send',
      { missing: [], can: { ...can, agree: false, convene: true, send: true } },
    ],
    [
      'nothing once it is sent',
      'sent',
      { missing: [], sent: { interestId: CARERS_ID, at: new Date(), termsVersion: 7 } },
    ],
    ['nothing when it is over and was not sent', 'closed', { can: { ...can, write: false } }],
  ] as const)('%s', (_, next, more) => {
    expect(nextFor(joint(more))).toBe(next)
  })

  it('names whom each missing thing waits for, and nobody who has not said yes', () => {
    const now = joint({
      members: [
        ours({ share: { ...share, pence: 0 }, agreed: false }),
        lunch(unwritten),
        member('018f0000-0000-7000-8000-000000000777', 'Elders', { state: 'invited', share: null }),
      ],
    })
    expect(waitingFor(now, 'too-few')).toEqual(['Elders'])
    expect(waitingFor(now, 'purpose')).toEqual(['Lunch club'])
    expect(waitingFor(now, 'part')).toEqual(['Lunch club'])
    expect(waitingFor(now, 'name-only')).toEqual(['Carers'])
    expect(waitingFor(now, 'not-agreed')).toEqual(['Carers', 'Lunch club'])
    expect(waitingFor(now, 'more-than-offered')).toEqual([])
  })
})
