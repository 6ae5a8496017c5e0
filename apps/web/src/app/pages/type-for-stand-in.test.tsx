import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { further } from '../further-paths.ts'
import { AppRoutes } from '../router.tsx'
import { CHALLENGE, PLACE, place, signedInAs } from './groups.fixture.ts'

const ORGANISATION = '018f0000-0000-7000-8000-000000000091'
const open = (at: string, answers: Answers) =>
  renderPage(<AppRoutes />, {
    answers: {
      ...signedInAs('broker'),
      'GET /places/here': { body: place },
      [`GET /places/${PLACE}/desk-challenges`]: { body: { items: [], more: false } },
      ...answers,
    },
    at,
    hadSession: true,
  })

describe('Bea, who stands in for one challenge', () => {
  const standIn = () => {
    const me = signedInAs('broker')['GET /me'] as { body: object }
    return {
      'GET /me': {
        body: {
          ...me.body,
          roles: [],
          scoped: [{ placeId: PLACE, role: 'broker', kind: 'challenge', id: CHALLENGE }],
        },
      },
    }
  }

  it('reads at once that typing is for brokers of the whole place, and whom to ring, on each page of it', async () => {
    for (const at of [
      further.typeFor(),
      further.typeOrganisation(),
      further.typeCapacity({ organisationId: ORGANISATION }),
      further.typeInterest({ challengeId: CHALLENGE, organisationId: ORGANISATION }),
    ]) {
      const here = await open(at, standIn())
      await screen.findByRole('heading', { name: 'You broker one challenge here' })
      expect(screen.getByText(/Ring Ines, 020 7946 0123/)).toBeVisible()
      expect(screen.queryByRole('searchbox')).toBeNull()
      here.unmount()
    }
  })

  it('begins a case about a challenge, and is asked for no organisation', async () => {
    await open(further.cases(), { ...standIn() })
    expect(await screen.findByText('Which challenge?')).toBeInTheDocument()
    expect(screen.queryByText('What or whom is it about?')).toBeNull()
  })
})

describe('Ines looks where there is nothing yet', () => {
  it('reads that, and not that she spelt it wrong', async () => {
    await open(further.typeFor(), {
      'GET /organisations': { body: { items: [], nextCursor: null } },
    })
    expect(await screen.findByText('There is nothing to choose from yet.')).toBeVisible()
  })
})
