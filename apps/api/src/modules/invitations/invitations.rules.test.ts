import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { against, type Known, type Ticked } from './invitations.rules.ts'

const known: Known = {
  organisations: [
    { id: 'pantry', state: 'listed', registerEntryId: null },
    { id: 'hall', state: 'checked', registerEntryId: 'hall-entry' },
    { id: 'tired', state: 'paused', registerEntryId: null },
    { id: 'gone', state: 'left', registerEntryId: null },
    { id: 'council', state: 'listed', registerEntryId: null },
    { id: 'asked', state: 'listed', registerEntryId: null },
    { id: 'claimed', state: 'listed', registerEntryId: 'asked-entry' },
  ],
  entryIds: ['lunch-entry', 'asked-entry'],
  askingId: 'council',
  invited: { organisationIds: ['asked'], entryIds: ['asked-entry'] },
}
const one = (id: string): Ticked => ({
  kind: id.endsWith('-entry') ? 'register' : 'organisation',
  id,
})

describe('inviting', () => {
  it.each([
    ['an organisation of the place', 'pantry', undefined],
    ['one that the broker has checked', 'hall', undefined],
    ['an entry of the register', 'lunch-entry', undefined],
    ['one that paused', 'tired', 'paused'],
    ['one that left', 'gone', 'candidate_unknown'],
    ['one nobody knows, or of another place', 'elsewhere', 'candidate_unknown'],
    ['the body that asks', 'council', 'candidate_unknown'],
    ['one invited before', 'asked', 'already_invited'],
    ['one invited before as an entry of the register', 'claimed', 'already_invited'],
    ['an entry invited before', 'asked-entry', 'already_invited'],
    ['an entry of somewhere else', 'far-entry', 'candidate_unknown'],
  ])('%s', (_, id, reason) => {
    expect(against([one(id)], known)).toEqual(reason ? [{ index: 0, reason }] : [])
  })

  it('the same one twice in a batch is one too many', () => {
    expect(against([one('pantry'), one('hall'), one('pantry')], known)).toEqual([
      { index: 2, reason: 'already_invited' },
    ])
  })

  it('finds the one forbidden item wherever it stands (T-34)', () => {
    const good = ['pantry', 'hall', 'lunch-entry']
    const bad = ['tired', 'gone', 'elsewhere', 'council', 'asked', 'claimed', 'asked-entry']
    fc.assert(
      fc.property(fc.constantFrom(...bad), fc.nat({ max: good.length }), (id, at) => {
        const batch = good.toSpliced(at, 0, id).map(one)
        expect(against(batch, known).map((f) => f.index)).toEqual([at])
      }),
    )
  })
})
