import { screen, waitFor } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { AppRoutes } from '../router.tsx'
import { signedInAs } from './groups.fixture.ts'
import { GROUP, SESSION, session } from './sessions.fixture.ts'

const DECISION = '018f0000-0000-7000-8000-000000000701'
const READ = `GET /decisions/${DECISION}`
const TEXT = 'Breaks are booked online, and only there.'
const hold = (extra: object | null) => ({
  ...{ calls: 2, needed: 2, reasons: ['We have not seen what it costs.'], mine: false },
  ...{ at: '2026-11-22T10:00:00Z', until: '2026-12-08T00:00:00Z', session: extra },
})
const decision = (extra: object | null, more: object = {}) => ({
  ...{ id: DECISION, number: 3, kind: 'ordinary', origin: 'public-bodies', state: 'held' },
  ...{ bodyDecides: false, answered: { answered: 0, of: 0 }, mine: null, runs: true, body: null },
  ...{ decidedAt: null, review: null, notBefore: null, voice: null },
  versions: [
    {
      ...{ number: 1, why: 'first', reviewOn: '2027-03-01', result: null, counts: [] },
      wording: { text: TEXT, why: 'The line is busy.', options: '', affects: 'Everybody' },
      ...{ openedAt: '2026-11-20T10:00:00Z', closesAt: '2026-12-20T10:00:00Z', closedAt: null },
      ...{ objections: [], hold: hold(extra) },
    },
  ],
  ...more,
})
const CALLED = {
  id: SESSION,
  startsAt: '2026-12-01T18:00:00Z',
  endsAt: '2026-12-01T20:00:00Z',
  state: 'announced',
}
const AT = `/groups/${GROUP}/decisions/${DECISION}`
const draw = (answers: Answers, at = AT) =>
  renderPage(<AppRoutes />, {
    ...{ at, words: ['decisions', 'sessions', 'codesign', 'codesign+group'], hadSession: true },
    answers: { ...signedInAs('facilitator'), ...answers },
  })

// Pages come when they are asked for; on a busy machine the first would take as long as a test may wait.
beforeAll(async () => {
  await Promise.all([import('./decision-page.tsx'), import('./extra-session-page.tsx')])
}, 60_000)

/** A line that never opens: the page asks by itself. */
beforeEach(() => void vi.stubGlobal('fetch', () => new Promise<never>(() => undefined)))

describe('the extra session residents are owed (§4.2, Hold)', () => {
  it('is not called from the page of a decision whose clock runs', async () => {
    await draw({ [READ]: { body: decision(null, { state: 'open' }) } }, `${AT}/session`)
    expect(await screen.findByText('No extra session is owed for this now.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Announce this date' })).toBeNull()
  })

  it('is called by Yusuf with what is usual filled in, and stands on the decision', async () => {
    const sent: unknown[] = []
    let now = decision(null)
    const { user } = await draw({
      [READ]: () => ({ body: now }),
      [`POST /decisions/${DECISION}/session`]: ({ body }) => {
        sent.push(body)
        now = decision(CALLED)
        return { status: 201, body: now }
      },
    })
    await user.click(await screen.findByRole('link', { name: 'Call the extra session' }))
    expect(await screen.findByText(/comes no later than Monday 7 December 2026/)).toBeVisible()
    await user.type(screen.getByLabelText('Day'), '1')
    await user.type(screen.getByLabelText('Month'), '12')
    await user.type(screen.getByLabelText('Year'), '2026')
    await user.type(screen.getByLabelText('When does it start?'), '18:00')
    await user.type(screen.getByLabelText('Name of the place'), 'Elmside Hall')
    await user.click(screen.getByRole('button', { name: 'Announce this date' }))
    const link = await screen.findByRole('link', { name: /^The extra session: Tuesday 1 December/ })
    expect(link).toHaveAttribute('href', `/groups/${GROUP}/sessions/${SESSION}`)
    expect(sent).toMatchObject([{ minutes: 120, paidMinutes: 180, venue: 'Elmside Hall' }])
  })

  it('says on its own page which decision it was called for', async () => {
    const inside = `GET /groups/${GROUP}/inside/sessions/${SESSION}`
    const about = { id: DECISION, number: 3, text: TEXT }
    await draw(
      { [inside]: { body: session() }, [`${inside}/decision`]: { body: { decision: about } } },
      `/groups/${GROUP}/sessions/${SESSION}`,
    )
    expect(await screen.findByText(`“${TEXT}”`)).toBeVisible()
    const link = screen.getByRole('link', { name: 'Read decision 3' })
    await waitFor(() => expect(link).toHaveAttribute('href', AT))
  })
})
