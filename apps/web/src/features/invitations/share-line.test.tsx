import type { Share } from '@howcanwe/shared/invitations'
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { ShareLine } from './share-line.tsx'

const one = (n: number, incomeBand: 'micro' | 'large') => ({
  id: String(n),
  kind: 'organisation' as const,
  candidateId: String(n),
  name: `Group ${n}`,
  incomeBand,
  why: 'You know people nobody else here reaches.',
  channel: 'mailed' as const,
  invitedAt: new Date('2026-11-21T10:00:00Z'),
})
/** Of the forty that fit, half are small. */
const said = async (all: number, small: number, ticked: Share, language: 'en' | 'nl' = 'en') => {
  const invited = Array.from({ length: all }, (_, n) => one(n, n < small ? 'micro' : 'large'))
  await renderPage(
    <ShareLine invited={invited} ticked={ticked} eligible={{ all: 40, small: 20 }} />,
    { language, words: ['invitations'] },
  )
  return (await screen.findByRole('status')).textContent
}

it('a choice that is short at the tenth says so before it is sent, and both ways out (FR-05)', async () => {
  expect(await said(7, 3, { all: 3, small: 1 })).toBe(
    'These cannot go out: of the first 10 invited, too few would be small. Untick 1 of the larger ones. Or tick 1 more small one.',
  )
})

it('a choice that would lose the tenth says so while the tenth is still to come (FR-05)', async () => {
  expect(await said(0, 0, { all: 9, small: 0 })).toBe(
    'These cannot go out: they would take the places that small ones need before there are 10 invitations. Untick 4 of the larger ones. Or tick 5 more small ones.',
  )
})

it('where one press cannot hold as many small ones as it takes, unticking is the only way named', async () => {
  expect(await said(0, 0, { all: 20, small: 0 })).toMatch(/Untick 15 of the larger ones\.$/)
})

it('says when nothing but small ones may go next, and how many are still to come before a stop', async () => {
  expect(await said(5, 0, { all: 0, small: 0 })).toBe(
    'Only small ones can go out now, until there are 10 invitations.',
  )
})

it('small ones alone are refused nowhere, also where the tenth was lost long ago', async () => {
  expect(await said(9, 0, { all: 1, small: 1 })).toBe(
    '9 more small ones before the next stop, at 20 invitations.',
  )
})

it('where not one larger one may go, it says to untick all of them', async () => {
  expect(await said(5, 0, { all: 1, small: 0 })).toBe(
    'These cannot go out: they would take the places that small ones need before there are 10 invitations. Untick the larger ones: small ones alone can always go. Or tick 5 more small ones.',
  )
})

it('says it in Dutch', async () => {
  expect(await said(0, 0, { all: 9, small: 0 }, 'nl')).toBe(
    'Deze kunnen niet weg: ze nemen de plekken in die kleine organisaties nodig hebben tot er 10 uitnodigingen zijn. Haal bij 4 van de grotere het vinkje weg. Of vink nog 5 kleine organisaties aan.',
  )
})
