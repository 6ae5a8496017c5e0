import { typedContract as contract } from '@howcanwe/shared/cases'
import { someId } from '../../../test/support.ts'
import { challengeId, here, ines, world } from './cases.fixture.ts'

export const typed = (more: object = {}) => ({
  readBack: true as const,
  whoAsked: 'Mr Okafor',
  consentReference: 'said yes on the phone',
  minutes: 12,
  ...more,
})
export const described = (more: object = {}) => ({
  placeId: here.id,
  name: `Okafor’s allotment ${someId().slice(-6)}`,
  kind: 'unconstituted-group' as const,
  incomeBand: 'none' as const,
  areaIds: here.areaIds.slice(0, 1),
  themes: ['older-people' as never],
  contact: { name: 'Mr Okafor', phone: '020 7946 0222' },
  declared: true as const,
  ...more,
})
export const typeOrganisation = async (more: object = {}, person = ines, said = typed()) =>
  (await world.as(person))(contract.organisation, {
    body: { organisation: described(more) as never, typed: said },
  })
const answers = (organisationId: string) => ({
  organisationId,
  why: 'Nine of us look after somebody at night.',
  bring: [],
  bringNote: 'A warm hall',
  hoursPerMonth: 4,
  fromWhen: null,
  need: [],
  needNote: '',
  together: 'alone' as const,
  togetherWith: '',
  conflict: false,
  conflictNote: '',
})
export const typeInterest = async (organisationId: string, person = ines) =>
  (await world.as(person))(contract.interest, {
    params: { challengeId },
    body: { interest: answers(organisationId), typed: typed() },
  })
