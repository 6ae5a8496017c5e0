import { describe, expect, it } from 'vitest'
import { orgIdsOf, readService, servicesIn, statusOf } from './services.reader.ts'

const ID = 'ac148810-d857-441c-9679-408f346de14b'
const organization = {
  id: 'd9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610',
  name: 'Elmside Carers & Friends',
  organization_identifiers: [{ identifier_scheme: 'GB-CHC', identifier: '1164883' }],
}
const published = (more: object = {}) => ({
  id: ID,
  name: 'Tuesday lunch',
  description: 'Ring Anna on 020 7946 0958.',
  status: 'active',
  url: 'https://elmside.example',
  email: 'hello@elmside.example',
  minimum_age: 18,
  last_modified: '2023-03-15T10:30:45.123Z',
  organization,
  phones: [{ number: '020 7946 0000', contact_id: 'c' }, { number: '020 7946 0001' }],
  contacts: [{ name: 'Anna Example', title: 'Manager' }],
  service_areas: [{ name: 'Southwark' }],
  service_at_locations: [
    { location: { addresses: [{ attention: 'A. Example', postal_code: 'se15 5aa' }] } },
  ],
  attributes: [{ taxonomy_term: { name: 'Carers' } }],
  ...more,
})
const read = (more: object) => readService(published(more), null)

describe('a service as a directory publishes it (Open Referral UK)', () => {
  it('is read whole, and nobody named in it with it', () => {
    const outcome = read({})
    expect(outcome).toMatchObject({
      kind: 'service',
      service: {
        source_id: ID,
        status: 'active',
        description: 'Ring Anna on ….',
        phone: '020 7946 0001',
        org_ids: ['GB-CHC-1164883'],
        organisation_name_folded: 'elmside carers and friends',
        postcodes: ['SE15 5AA'],
        areas: ['Southwark'],
        terms: ['Carers'],
        minimum_age: 18,
        changed_on: '2023-03-15',
        doubts: [],
      },
    })
    expect(JSON.stringify(outcome)).not.toMatch(/Example|Manager|7946 0000/)
  })

  it.each([
    [{ id: '12' }, 'no_number'],
    [{ name: '' }, 'no_name'],
    [{ status: 'open' }, 'bad_status'],
    [{ status: undefined }, 'bad_status'],
    [{ organization: undefined }, 'no_organisation'],
  ])('that says %j is refused: %s', (more, flaw) =>
    expect(read(more)).toEqual({ kind: 'refused', flaw }),
  )

  it.each([
    [{ url: 'elmside' }, ['url']],
    [{ email: 'by telephone' }, ['email']],
    [{ minimum_age: -1 }, ['age']],
    [{ last_modified: 'lately' }, ['changed']],
    [{ status: 'Temporarily Closed' }, ['status-spelling']],
    [{ organization: { name: 'Elmside' } }, ['organisation-id']],
    [{ url: undefined, email: null, minimum_age: null, phones: undefined }, []],
  ])('that says %j is kept with the doubts %j', (more, doubts) =>
    expect(read(more)).toMatchObject({ kind: 'service', service: { doubts } }),
  )

  it.each([
    ['active', 'active'],
    ['temporarily-closed', 'temporarily closed'],
    ['closed', undefined],
    [1, undefined],
  ])('a status %j is %j', (value, status) => expect(statusOf(value)?.status).toBe(status))

  it.each([
    [[{ identifier_scheme: 'GB-COH', identifier: '1234567' }], ['GB-COH-01234567'], false],
    [[{ identifier: 'GB-CHC-1164883' }], ['GB-CHC-1164883'], false],
    [[{ identifier_scheme: 'XX', identifier: '7' }], [], true],
    [undefined, [], false],
  ])('numbers %j are %j', (organization_identifiers, orgIds, unread) =>
    expect(orgIdsOf({ organization_identifiers })).toEqual({ orgIds, unread }),
  )

  it.each([
    ['one service', published(), 1],
    ['a page', { contents: [published(), published()] }, 2],
    ['an older page', { content: [published()] }, 1],
    ['an empty page', { contents: [] }, 0],
    ['an organisation', { ...organization, services: [published({ organization: undefined })] }, 1],
    ['a page of terms', { contents: [{ id: ID, name: 'Carers' }] }, null],
    ['text', 'services', null],
  ])('a file that is %s has its services', (_, file, n) =>
    expect(servicesIn(file)?.length ?? null).toBe(n),
  )
})
