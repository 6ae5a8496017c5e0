import { screen } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { further } from '../further-paths.ts'
import { AppRoutes } from '../router.tsx'
import { GROUP, signedInAs } from './groups.fixture.ts'

const TEXT = '018f0000-0000-7000-8000-000000000071'
const OTHER = '018f0000-0000-7000-8000-000000000072'
const KAY = '018f0000-0000-7000-8000-000000000073'

const waiting = (more: object) => ({
  ...{ id: TEXT, member: { id: KAY, firstName: 'Kayleigh', reference: 'PLUM-47' } },
  ...{ receivedAt: '2026-11-20T09:00:00.000Z', dueAt: '2026-11-26T00:00:00.000Z' },
  ...{ isLate: false, ...more },
})
const group = { id: GROUP, name: 'Carers’ Tuesday' }
const PATH = `/groups/${GROUP}/texts`
const visit = (items: object[], more: object = {}) =>
  renderPage(<AppRoutes />, {
    at: further.texts({ groupId: GROUP }),
    hadSession: true,
    answers: {
      ...signedInAs('facilitator'),
      [`GET ${PATH}`]: { body: { group, items } },
      [`POST ${PATH}/${TEXT}/read`]: {
        body: { text: 'Is there a bus?', number: '+447700900123' },
      },
      ...more,
    },
  })

// Fetched once before anybody waits for it: a busy machine takes its time.
beforeAll(
  () => Promise.all([import('./texts-page.tsx'), import('../pages-further-on.tsx')]),
  60_000,
)

describe('Yusuf at the texts of his group (CD2, J-17)', () => {
  it('sees who waits and until when, and no words before he asks for them', async () => {
    await visit([waiting({}), waiting({ id: OTHER, member: null, isLate: true })])
    const kay = (await screen.findByRole('heading', { name: /^Kayleigh/ })).closest('li')
    expect(kay).toHaveTextContent('We said you answer by Wednesday 25 November 2026.')
    const stranger = screen.getByRole('heading', { name: /words of the poster/ }).closest('li')
    expect(stranger).toHaveTextContent('Late')
    expect(screen.queryByText('Is there a bus?')).toBeNull()
  })

  it('reads one, rings or texts back, and says what came of it', async () => {
    const sent: unknown[] = []
    const { user } = await visit([waiting({})], {
      [`POST ${PATH}/${TEXT}/done`]: ({ body }: { body: unknown }) => {
        sent.push(body)
        return { status: 204 }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Read the text: Kayleigh' }))
    expect(await screen.findByText('Is there a bus?')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Ring +447700900123' })).toHaveAttribute(
      'href',
      'tel:+447700900123',
    )
    expect(screen.getByRole('link', { name: 'Text back' })).toHaveAttribute(
      'href',
      'sms:+447700900123',
    )
    await user.click(screen.getByRole('button', { name: 'Done: delete the text and the number' }))
    expect(screen.getByText('Say what came of it')).toBeVisible()
    await user.click(screen.getByLabelText('I rang or texted back'))
    await user.click(screen.getByRole('button', { name: 'Done: delete the text and the number' }))
    expect(await screen.findByText('Done. The text and the number are deleted.')).toBeVisible()
    expect(sent).toEqual([{ cameOf: 'in-touch' }])
  })

  it('is told where nothing waits, and where no number is set up', async () => {
    await visit([])
    expect(await screen.findByText('No text waits for you.')).toBeVisible()
    expect(screen.getByText(/No number for texts is set up here yet/)).toBeVisible()
  })
})
