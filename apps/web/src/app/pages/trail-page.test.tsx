import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { meJson, PLACE_ID, placeJson } from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { AppRoutes } from '../router.tsx'

const HASH = `${'0123456789abcdef'.repeat(3)}fedcba9876543210`
const newest = {
  chain: PLACE_ID,
  size: 1204,
  hash: HASH,
  origin: 'https://town.example',
  at: '2027-03-30T17:00:00.000Z',
}
const TRAIL = `GET /places/${PLACE_ID}/trail`

const open = (answers: Answers = {}, more: object = {}) =>
  renderPage(<AppRoutes />, {
    answers: {
      'GET /places/here': { body: placeJson },
      [`${TRAIL}/checkpoints`]: { body: { items: [newest] } },
      ...answers,
    },
    at: paths.trail(),
    ...more,
  })
const asSteward = (answers: Answers) =>
  open(
    {
      'POST /auth/refresh': { body: { accessToken: 'token', sharedComputer: false } },
      'GET /me': { body: meJson({ roles: [{ placeId: PLACE_ID, role: 'steward' }] }) },
      ...answers,
    },
    { hadSession: true },
  )

afterEach(() => vi.restoreAllMocks())

describe('anyone who wonders whether the record was changed', () => {
  it('reads how far it has come, and can keep that', async () => {
    await open()
    expect(await screen.findByText('1,204')).toBeVisible()
    expect(screen.getByText('Tuesday 30 March 2027 at 6pm')).toBeVisible()
    expect(screen.getByText(/^0123 4567 89ab cdef .* 7654 3210$/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Save today’s fingerprints' })).toHaveAttribute(
      'href',
      `/api/v1/places/${PLACE_ID}/trail/checkpoints`,
    )
  })

  it('gets the program that checks it, and is told how', async () => {
    await open()
    const link = await screen.findByRole('link', { name: 'verify-trail.mjs' })
    expect(link).toHaveAttribute('download', 'verify-trail.mjs')
    expect(screen.getByText(/^node verify-trail\.mjs/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Save the whole record' })).toBeNull()
  })

  it('finds a plain sentence where nothing has happened yet', async () => {
    await open({ [`${TRAIL}/checkpoints`]: { body: { items: [] } } })
    expect(await screen.findByText('Nothing has happened here yet.')).toBeVisible()
  })

  it('comes here from the page that says how decisions are made', async () => {
    const { user } = await open({}, { at: paths.decisions() })
    await user.click(await screen.findByRole('link', { name: /how far the record has come/ }))
    expect(await screen.findByRole('heading', { level: 1, name: 'The record' })).toBeVisible()
  })
})

describe('a steward', () => {
  it('saves the whole record in one file, page by page', async () => {
    const kept: Blob[] = []
    URL.createObjectURL = (blob) => {
      kept.push(blob as Blob)
      return 'blob:1'
    }
    URL.revokeObjectURL = () => undefined
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    const { user } = await asSteward({
      [TRAIL]: ({ url }) => ({
        body: url.includes('cursor=2')
          ? { items: ['{"seq":3}', '{"head":{}}'], nextCursor: null }
          : { items: ['{"seq":1}', '{"seq":2}'], nextCursor: '2' },
      }),
    })
    await user.click(await screen.findByRole('button', { name: 'Save the whole record' }))
    expect(await screen.findByText('The record is saved on this device.')).toBeVisible()
    expect(await kept[0]?.text()).toBe('{"seq":1}\n{"seq":2}\n{"seq":3}\n{"head":{}}\n')
  })

  it('is told when it did not arrive whole, and nothing is saved', async () => {
    const { user } = await asSteward({ [TRAIL]: { status: 503, body: {} } })
    await user.click(await screen.findByRole('button', { name: 'Save the whole record' }))
    expect(await screen.findByText(/nothing was saved/)).toBeVisible()
  })
})
