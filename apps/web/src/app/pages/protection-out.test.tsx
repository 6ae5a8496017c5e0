import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { box, draw, ID, ONE, outJson } from './protections.fixture.tsx'

/** Autosave waits a second and a half, and typing is slow where the processor is shared. */
vi.setConfig({ testTimeout: 40_000 })
beforeEach(() => localStorage.clear())

describe('Ruth when it is out', () => {
  it('keeps it again until another day, with a reason everyone can read', async () => {
    const sent: unknown[] = []
    const { user } = await draw(ONE, {
      [`GET ${ONE}`]: { body: outJson() },
      [`POST ${ONE}/reviews`]: ({ body }) => {
        sent.push(body)
        return { status: 201, body: outJson({ nextReviewOn: '2028-05-01', version: 2 }) }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Publish this review' }))
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(sent).toEqual([])
    await user.click(screen.getByRole('radio', { name: 'Yes: keep it' }))
    await user.type(box(/Everyone can read this/), 'Nine of ten want it to go on.')
    await user.type(box(/Day/), '1')
    await user.type(box(/Month/), '5')
    await user.type(box(/Year/), '2028')
    await user.click(screen.getByRole('button', { name: 'Publish this review' }))
    expect(await screen.findByText('Your review is on the page')).toBeVisible()
    expect(sent).toEqual([
      { outcome: 'kept', said: 'Nine of ten want it to go on.', reviewOn: '2028-05-01' },
    ])
    expect(screen.getByText(/By 1 May 2028/)).toBeVisible()
  })

  it('ends it, and is asked for no day', async () => {
    const sent: unknown[] = []
    const { user } = await draw(ONE, {
      [`GET ${ONE}`]: { body: outJson() },
      [`POST ${ONE}/reviews`]: ({ body }) => {
        sent.push(body)
        return { status: 201, body: outJson({ state: 'ended', version: 2 }) }
      },
    })
    await user.click(await screen.findByRole('radio', { name: 'No: end it' }))
    expect(screen.queryByRole('textbox', { name: 'Day' })).toBeNull()
    await user.type(box(/Everyone can read this/), 'The last volunteer has moved away.')
    await user.click(screen.getByRole('button', { name: 'Publish this review' }))
    expect(await screen.findByText(/This has ended/)).toBeVisible()
    expect(sent).toMatchObject([{ outcome: 'ended', reviewOn: null }])
  })

  it('puts something right with a note', async () => {
    const { user } = await draw(ONE, {
      [`GET ${ONE}`]: { body: outJson() },
      [`POST ${ONE}/notes`]: { status: 201, body: outJson({ version: 2 }) },
    })
    await user.type(await screen.findByRole('textbox', { name: 'Your note' }), 'Fifty, not forty.')
    await user.click(screen.getByRole('button', { name: 'Add this note' }))
    expect(await screen.findByText('Your note is on the page')).toBeVisible()
    expect(box(/Your note/)).toHaveValue('')
  })

  it('hands it to Grace, reads that it is done, and has nothing left to do with it (PE5)', async () => {
    const sent: unknown[] = []
    const GRACE = ID.replace('900', '902')
    const { user } = await draw(ONE, {
      [`GET ${ONE}`]: { body: outJson() },
      'GET /desk/colleagues': { body: { items: [{ id: GRACE, name: 'Grace Osei' }] } },
      [`POST ${ONE}/hand-over`]: ({ body }) => {
        sent.push(body)
        return { body: { handedTo: 'Grace Osei' } }
      },
    })
    await user.click(await screen.findByText('Hand it over', { selector: 'summary *' }))
    await user.selectOptions(
      screen.getByLabelText('Who answers for it from now on?'),
      await screen.findByRole('option', { name: 'Grace Osei' }),
    )
    await user.click(screen.getByRole('button', { name: 'Hand it over' }))
    expect(await screen.findByText(/Grace Osei answers for this now/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Publish this review' })).toBeNull()
    expect(sent).toEqual([{ to: GRACE }])
  })

  it('finds her own on one list', async () => {
    const one = { id: ID, slug: null, savedAt: '2026-11-24T14:02:00.000Z', nextReviewOn: null }
    await draw('/desk/protections', {
      'GET /desk/protections': {
        body: {
          items: [
            { ...one, state: 'draft', title: '' },
            {
              ...one,
              id: ID.replace('900', '901'),
              state: 'published',
              title: 'Thursday calls',
              slug: 'thursday-calls',
              nextReviewOn: '2027-11-24',
            },
          ],
        },
      },
    })
    expect(await screen.findByRole('link', { name: 'A decision without words yet' })).toBeVisible()
    expect(screen.getByText('Look at it again by 24 November 2027.')).toBeVisible()
    expect(screen.getByRole('link', { name: /Write a decision/ })).toHaveAttribute(
      'href',
      '/desk/protections/new',
    )
  })
})
