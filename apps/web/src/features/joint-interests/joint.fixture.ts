import { CARERS_ID, CHALLENGE_ID, challengeJson, PLACE_ID } from '../../../test/town.ts'

export const JOINT = CHALLENGE_ID
export const share = {
  part: 'We sit with people on Tuesday nights.',
  role: 'Nights',
  hoursPerMonth: 6,
  pence: 100_000,
  nameOnly: null,
  conflict: false,
  conflictNote: '',
}
export const member = (id: string, name: string, more: object = {}) => ({
  organisation: { id, name, sector: 'community' },
  state: 'joined',
  convenor: false,
  ours: false,
  share,
  agreed: true,
  ...more,
})
export const joint = (more: object = {}) => ({
  id: JOINT,
  challenge: {
    id: CHALLENGE_ID,
    slug: challengeJson.slug,
    question: challengeJson.question,
    closesAt: challengeJson.closesAt,
    hoursPerMonth: 10,
    offeredPence: 1_600_000,
    currency: 'GBP',
  },
  state: 'forming',
  purpose: 'One plan for free evenings.',
  fromWhen: null,
  need: [],
  needNote: '',
  rules: '',
  termsVersion: 7,
  members: [
    member(CARERS_ID, 'Carers of Elmside', { ours: true, agreed: false }),
    member(PLACE_ID, 'Lunch club', { convenor: true }),
  ],
  mine: { organisationId: CARERS_ID, state: 'joined', convenor: false, why: '' },
  seeded: true,
  missing: ['not-agreed'],
  sent: null,
  countsAs: 'micro',
  can: {
    answer: false,
    write: true,
    agree: true,
    leave: true,
    convene: false,
    send: false,
    takeBack: false,
  },
  ...more,
})
