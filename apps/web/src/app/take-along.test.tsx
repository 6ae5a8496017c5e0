import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Answers, renderPage } from '../../test/render.tsx'
import { TakeAlong } from './take-along.tsx'

const PLACE = '018f0000-0000-7000-8000-000000000001'
const given: Blob[] = []
Object.assign(URL, {
  createObjectURL: (file: Blob) => {
    given.push(file)
    return 'blob:made'
  },
  revokeObjectURL: () => undefined,
})
afterEach(() => {
  given.length = 0
  vi.restoreAllMocks()
})
const signedIn: Answers = {
  'POST /auth/refresh': { body: { accessToken: 'x', sharedComputer: false } },
}
const draw = async (answers: Answers) => {
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
  const drawn = await renderPage(<TakeAlong list="organisations" about={PLACE} />, {
    answers: { ...signedIn, ...answers },
    hadSession: true,
    words: ['exports'],
  })
  await drawn.user.click(await screen.findByText('Take this list along'))
  return { ...drawn, clicked }
}

describe('Ines takes the organisations of her place along', () => {
  it('as a file for Excel, saved under its name', async () => {
    const asked: unknown[] = []
    const { user, clicked } = await draw({
      [`POST /places/${PLACE}/exports`]: ({ body }) => {
        asked.push(body)
        return { body: 'PK' }
      },
    })
    await user.click(screen.getByRole('button', { name: 'Excel' }))
    expect(await screen.findByText('Saved as organisations.xlsx.')).toBeVisible()
    expect(asked).toEqual([{ list: 'organisations', format: 'xlsx', forExcel: true }])
    expect(clicked).toHaveBeenCalledOnce()
    expect(given).toHaveLength(1)
  })

  it('a refusal is said in a sentence, and nothing is saved', async () => {
    const { user } = await draw({
      [`POST /places/${PLACE}/exports`]: {
        status: 422,
        body: { type: 'about:blank', title: '', status: 422, code: 'exports.too_long' },
      },
    })
    await user.click(screen.getByRole('button', { name: 'CSV' }))
    expect(await screen.findByText(/too long for one file/)).toBeVisible()
    expect(given).toEqual([])
  })
})
