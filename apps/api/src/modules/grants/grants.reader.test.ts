import { describe, expect, it } from 'vitest'
import {
  awardDay,
  grantsIn,
  openCallOf,
  penceOf,
  readGrant,
  recipientNumber,
} from './grants.reader.ts'

const published = (more: object = {}) => ({
  id: '360G-elm-1',
  title: 'Help for carers of Elmside',
  description: 'Anna Example runs it from her kitchen.',
  currency: 'GBP',
  amountAwarded: 15_000,
  awardDate: '2014-06-10T00:00:00+00:00',
  recipientOrganization: [
    {
      id: 'GB-CHC-1164883',
      name: 'Elmside Carers',
      url: 'anna@example.org',
      postalCode: 'EL1 1AA',
    },
  ],
  fundingOrganization: [{ id: 'GB-CHC-1999990', name: 'Elm Foundation' }],
  grantProgramme: [{ title: 'Small groups' }],
  fromOpenCall: 'Yes',
  ...more,
})
const flawOf = (more: object) => {
  const outcome = readGrant(published(more))
  return outcome.kind === 'refused' ? outcome.flaw : outcome.kind
}
const doubtsOf = (more: object) => {
  const outcome = readGrant(published(more))
  return outcome.kind === 'grant' ? outcome.grant.doubts : outcome
}

describe('a grant as a funder publishes it (360Giving)', () => {
  it('is read whole, and nothing of a person with it', () => {
    const outcome = readGrant(published())
    expect(outcome).toMatchObject({
      kind: 'grant',
      grant: {
        recipient_org_id: 'GB-CHC-1164883',
        funder_name: 'Elm Foundation',
        amount_pence: 1_500_000,
        awarded_on: '2014-06-10',
        programme: 'Small groups',
        from_open_call: true,
        doubts: [],
      },
    })
    expect(JSON.stringify(outcome)).not.toMatch(/Anna|anna@|EL1/)
  })

  it('to a person is never read, whichever way the funder says so', () => {
    const person = [{ id: 'x', name: 'Anna Example' }]
    expect(flawOf({ recipientIndividual: { id: 'x', name: 'Anna Example' } })).toBe('person')
    expect(flawOf({ recipientOrganization: [], recipientIndividual: person })).toBe('person')
    expect(flawOf({ toIndividualsDetails: { grantPurpose: [] } })).toBe('person')
    expect(flawOf({ recipientOrganization: [{ id: 'DUMMY01', name: 'Mrs A Example' }] })).toBe(
      'person',
    )
    expect(flawOf({ recipientOrganization: [{ id: 'x', name: 'Individual recipient' }] })).toBe(
      'person',
    )
  })

  it('to an organisation called after somebody is to that organisation', () => {
    expect(
      flawOf({ recipientOrganization: [{ id: 'GB-CHC-1164883', name: 'Dr Example’s Trust' }] }),
    ).toBe('grant')
  })

  it.each([
    [{ id: '' }, 'no_number'],
    [{ fundingOrganization: [] }, 'no_funder'],
    [{ recipientOrganization: [{ id: 'GB-CHC-1164883' }] }, 'no_recipient'],
    [
      {
        recipientOrganization: [
          { id: 'a', name: 'A' },
          { id: 'b', name: 'B' },
        ],
      },
      'several_recipients',
    ],
    [{ amountAwarded: 'plenty' }, 'no_amount'],
    [{ amountAwarded: 0 }, 'no_amount'],
    [{ currency: 'pounds' }, 'no_currency'],
    [{ awardDate: '31/02/2014' }, 'no_date'],
  ])('that says %j is refused: %s', (more, flaw) => expect(flawOf(more)).toBe(flaw))

  it.each([
    [{ awardDate: '10/06/2014' }, ['award-date']],
    [{ amountAwarded: '£15,000.00' }, ['amount']],
    [{ fromOpenCall: 'Y' }, ['from-open-call']],
    [{ fromOpenCall: 'perhaps' }, ['from-open-call']],
    [{ recipientOrganization: [{ id: 'DUMMY01', name: 'Elmside Carers' }] }, ['recipient-number']],
    [
      {
        fundingOrganization: [
          { id: 'a', name: 'A' },
          { id: 'b', name: 'B' },
        ],
      },
      ['funders'],
    ],
    [{ fromOpenCall: undefined }, []],
  ])('that says %j is kept with the doubts %j', (more, doubts) =>
    expect(doubtsOf(more)).toEqual(doubts),
  )
})

describe('what a field may look like', () => {
  it.each([
    [10, 1000],
    [0.1, 10],
    ['1,234.50', 123_450],
    ['£ 99', 9900],
    [-5, null],
    ['1,23', null],
    [null, null],
  ])('an amount %j is %j pence', (value, pence) =>
    expect(penceOf(value)?.pence ?? null).toBe(pence),
  )

  it.each([
    ['2014-06-05', '2014-06-05'],
    ['2015-06-10T00:00:00+00:00', '2015-06-10'],
    ['05/06/2014', '2014-06-05'],
    ['26/03/2001 00:00', '2001-03-26'],
    ['2014-13-01', null],
    ['1 June 2014', null],
    ['', null],
  ])('a day %j is %j', (value, day) => expect(awardDay(value)?.day ?? null).toBe(day))

  it.each([
    ['Yes', true],
    ['N', false],
    [true, true],
    ['', null],
    ['maybe', undefined],
  ])('an open call %j is %j', (value, open) => expect(openCallOf(value)).toBe(open))

  it.each([
    ['GB-CHC- 1164883 ', 'GB-CHC-1164883'],
    ['GB-COH-9506232', 'GB-COH-09506232'],
    ['GB-CHC-10648R', null],
    ['360G-wolfson:org-13177', null],
    ['DUMMY01', null],
  ])('a recipient’s number %j is %j', (raw, orgId) => expect(recipientNumber(raw)).toBe(orgId))

  it.each([
    [[], true],
    [{ grants: [] }, true],
    [{ releases: [] }, false],
    ['grants', false],
  ])('a file holding %j has grants: %j', (file, has) => expect(grantsIn(file) !== null).toBe(has))
})
