import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { EverythingView } from './everything-view.tsx'

const sections = [
  { section: 'person', rows: [{ name: 'Amina', channel: 'sms', formats: ['easy-read', 'paper'] }] },
  { section: 'interests', rows: [{ why: 'chosen', bring: ['cooking'], state: 'not-this-time' }] },
  {
    section: 'places',
    rows: [{ kind: 'pay-expense', state: 'paid', why: 'fares', amount: '12.50 GBP' }],
  },
  { section: 'handled', rows: [{ kind: 'role-granted', what: 'facilitator' }] },
  { section: 'needs', rows: [{ kind: 'codesign.needs', text: 'A chair with arms' }] },
  { section: 'emails', rows: [{ kind: 'identity.sign-in' }, { kind: 'letters.of-long-ago' }] },
  { section: 'trail', rows: [{ what: 'identity.signed-in' }, { what: 'things.happened' }] },
]

const open = async (language: 'en' | 'nl') => {
  const drawn = await renderPage(<EverythingView refused={() => null} />, {
    language,
    words: ['identity', 'held'],
    hadSession: true,
    answers: {
      'GET /me/everything': { body: { madeAt: '2026-11-21T10:00:00.000Z', sections } },
    },
  })
  await screen.findByText(/^You \(1\)|^Jij \(1\)/)
  return drawn
}

describe('whoever asks what is held about them', () => {
  it('reads it in words, and what they wrote themselves as they wrote it', async () => {
    const { container } = await open('en')
    for (const words of [
      'Text message',
      'Easy Read, Paper',
      'Cooking',
      'Not this time',
      'Money back for what you spent',
      'Fares',
      '12.50 GBP',
      'You gave somebody a role',
      'Facilitator of groups',
      'What you need to take part',
      'Your six digits to sign in',
      'You signed in',
      'chosen',
    ])
      expect(container).toHaveTextContent(words)
  })

  it('reads it in Dutch too', async () => {
    const { container } = await open('nl')
    for (const words of ['Reiskosten', 'Je meldde je aan', 'Je zes cijfers om je aan te melden'])
      expect(container).toHaveTextContent(words)
  })

  it('sees a code that nobody gave words to as it is, and marked as one', async () => {
    const { container } = await open('en')
    const codes = [...container.querySelectorAll('code')].map(({ textContent }) => textContent)
    expect(codes).toEqual(['letters.of-long-ago', 'things.happened'])
  })
})
