import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { meJson, PLACE_ID, signedIn } from '../../../test/town.ts'
import { AppRoutes } from '../router.tsx'

const ID = '018f0000-0000-7000-8000-000000000a01'
const broker = signedIn(meJson({ roles: [{ placeId: PLACE_ID, role: 'broker' }] }))
const amina = {
  id: ID,
  organisationName: 'Carers together',
  contactName: 'Amina',
  email: 'amina@carers.example',
  phone: '+442079460101',
  themes: ['carers'],
  areas: 'Nunhead',
  notes: 'Rings back after six',
  source: 'Members, spring',
  addedBy: 'Ines',
  addedAt: '2026-11-01T10:00:00.000Z',
  toldAt: null,
  tellBy: '2026-12-01T10:00:00.000Z',
  lastUsedAt: '2026-11-01T10:00:00.000Z',
  version: 1,
}
const BOOK = `POST /places/${PLACE_ID}/contacts`
const book = (items: object[] = [amina]): Answers => ({
  [`${BOOK}/list`]: {
    body: { items, nextCursor: null, total: items.length, untold: items.length },
  },
})
const draw = (at: string, answers: Answers, language: 'en' | 'nl' = 'en') =>
  renderPage(<AppRoutes />, {
    ...{ at, language, hadSession: true, words: ['contacts', 'places'] },
    answers: { ...broker, ...answers },
  })

describe('Ines opens the address book', () => {
  it('rings from it, and sees who has not been told and what to say to them', async () => {
    await draw('/desk/contacts', book())
    expect(await screen.findByRole('link', { name: '+442079460101' })).toHaveAttribute(
      'href',
      'tel:+442079460101',
    )
    expect(screen.getByText('One person does not know that they are in this book')).toBeVisible()
    expect(screen.getByText(/We have it from: Members, spring. Tell them by/)).toBeVisible()
    expect(screen.getByText(/be taken out: just say so/)).toBeInTheDocument()
  })

  it('looks for a name without it standing in the address of the page', async () => {
    const asked: unknown[] = []
    const { user } = await draw('/desk/contacts', {
      [`${BOOK}/list`]: ({ url, body }) => {
        asked.push(body)
        expect(url).not.toContain('Amina')
        return { body: { items: [], nextCursor: null, total: 3, untold: 0 } }
      },
    })
    await user.type(await screen.findByLabelText(/Part of a name/), 'Amina')
    await user.click(screen.getByRole('button', { name: 'Find' }))
    expect(await screen.findByText('Nobody in the book fits that.')).toBeVisible()
    expect(asked.at(-1)).toEqual({ q: 'Amina', untold: false })
  })

  it('notes that Amina knows now', async () => {
    const asked: unknown[] = []
    const { user } = await draw('/desk/contacts', {
      ...book(),
      [`${BOOK}/told`]: ({ body }) => {
        asked.push(body)
        return { body: { told: 1 } }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'They know now Amina' }))
    expect(asked).toEqual([{ contactIds: [ID] }])
  })

  it('adds somebody, and is asked whether they know before it is sent', async () => {
    const sent: unknown[] = []
    const { user } = await draw('/desk/contacts', {
      ...book([]),
      [BOOK]: ({ body }) => {
        sent.push(body)
        return { status: 201, body: { ...amina, toldAt: '2026-11-22T10:00:00.000Z' } }
      },
    })
    await user.click(await screen.findByText('Add somebody'))
    await user.type(screen.getByLabelText('Organisation'), 'Brightside')
    await user.type(screen.getByLabelText('Telephone'), '07700 900123')
    await user.type(screen.getByLabelText('Where do we have this from?'), 'The spring fair')
    await user.click(screen.getByRole('button', { name: 'Add to the book' }))
    expect(await screen.findAllByText('Say whether they know that we keep this')).not.toHaveLength(
      0,
    )
    expect(sent).toEqual([])
    await user.click(screen.getByRole('radio', { name: 'Yes' }))
    await user.click(screen.getByRole('button', { name: 'Add to the book' }))
    expect(await screen.findByText('They are in the book.')).toBeVisible()
    expect(sent).toEqual([
      {
        ...{ organisationName: 'Brightside', contactName: '', email: null, phone: '07700 900123' },
        ...{ themes: [], areas: '', notes: '', source: 'The spring fair', theyKnow: true },
      },
    ])
  })

  it('takes out whoever asked, and it is said what that means', async () => {
    const sent: unknown[] = []
    const { user } = await draw(`/desk/contacts/${ID}`, {
      ...book([]),
      [`GET /contacts/${ID}`]: { body: amina },
      [`POST /contacts/${ID}/remove`]: ({ body }) => {
        sent.push(body)
        return { status: 204 }
      },
    })
    expect(await screen.findByText(/Brought in by Ines on 1 November 2026/)).toBeVisible()
    await user.click(screen.getByText('Take out of the book'))
    await user.click(screen.getByRole('radio', { name: 'They asked for it' }))
    await user.click(screen.getByRole('button', { name: 'Take out' }))
    expect(await screen.findByText(/Nobody is in the book yet/)).toBeVisible()
    expect(sent).toEqual([{ theyAsked: true }])
  })
})

const line = (more: object) => ({
  ...{ line: 2, is: 'new', organisationName: 'Brightside', contactName: 'Dele', email: null },
  ...{ phone: '+447700900123', changes: [], problems: [], ...more },
})
const seen = (more: object = {}) => ({
  columns: [
    { head: 'Group', column: 'organisationName' },
    { head: 'Shoe size', column: null },
  ],
  counts: { new: 1, change: 1, same: 0, refused: 1 },
  lines: [
    line({}),
    line({ line: 3, is: 'change', changes: [{ column: 'areas', from: '', to: 'Nunhead' }] }),
    line({
      ...{ line: 4, is: 'refused', organisationName: 'Plots', phone: '12' },
      problems: [{ column: 'phone', why: 'not_phone', otherLine: null }],
    }),
  ],
  fingerprint: 'of-this-very-file',
  ...more,
})

describe('Ines brings in a list', () => {
  const CSV = 'Group,Telephone\nBrightside,07700 900123\n'
  const look = async (answers: Answers, language: 'en' | 'nl' = 'en') => {
    const drawn = await draw('/desk/contacts/import', answers, language)
    const file = new File([CSV], 'members.csv', { type: 'text/csv' })
    const label = language === 'en' ? 'Your list, as CSV' : 'Je lijst, als CSV'
    await drawn.user.upload(await screen.findByLabelText(label), file)
    const go = language === 'en' ? 'Look through it' : 'Kijk hem door'
    await drawn.user.click(screen.getByRole('button', { name: go }))
    return drawn
  }

  it('reads what it would do, line by line, and then it comes in as she saw it', async () => {
    const sent: unknown[] = []
    const content = btoa(CSV)
    const { user } = await look({
      [`${BOOK}/look`]: ({ body }) => {
        sent.push(body)
        return { body: seen() }
      },
      [`${BOOK}/import`]: ({ body }) => {
        sent.push(body)
        return { body: { counts: seen().counts } }
      },
    })
    expect(await screen.findByText(/Nothing has changed yet/)).toBeVisible()
    const refused = screen.getByText('Line 4:').closest('li') as HTMLElement
    expect(within(refused).getByText('Telephone: is not a telephone number')).toBeVisible()
    expect(screen.getByText('Where: Nunhead, nothing yet')).toBeInTheDocument()
    expect(screen.getByText('We leave alone: Shoe size.')).toBeVisible()
    expect(screen.getByLabelText('Where do we have this from?')).toHaveValue('members.csv')
    await user.click(screen.getByRole('radio', { name: 'Not yet' }))
    await user.click(screen.getByRole('button', { name: 'Bring in 2, leave out 1' }))
    expect(await screen.findByText('One person has been added.')).toBeVisible()
    expect(sent).toEqual([
      { content },
      { content, fingerprint: 'of-this-very-file', source: 'members.csv', theyKnow: false },
    ])
  })

  it('sees it anew where a colleague changed the book meanwhile, and nothing came in', async () => {
    const looks = [seen(), seen({ counts: { new: 0, change: 1, same: 1, refused: 1 } })]
    const { user } = await look({
      [`${BOOK}/look`]: () => ({ body: looks.shift() }),
      [`${BOOK}/import`]: {
        status: 409,
        body: { type: 'about:blank', title: '', status: 409, code: 'contacts.book_changed' },
      },
    })
    await user.click(await screen.findByRole('radio', { name: 'Yes' }))
    await user.click(screen.getByRole('button', { name: 'Bring in 2, leave out 1' }))
    expect(
      await screen.findByText(/Somebody changed the address book since you looked/),
    ).toBeVisible()
    expect(screen.getByRole('button', { name: 'Bring in one, leave out 1' })).toBeVisible()
  })

  it('is told in a sentence what a file lacks, in Dutch too', async () => {
    await look(
      {
        [`${BOOK}/look`]: {
          status: 422,
          body: { type: 'about:blank', title: '', status: 422, code: 'contacts.no_columns' },
        },
      },
      'nl',
    )
    expect((await screen.findAllByText(/geen kolom voor de organisatie/))[0]).toBeVisible()
  })

  it('is asked for a file or rows where she gave neither', async () => {
    const { user } = await draw('/desk/contacts/import', {})
    await user.click(await screen.findByRole('button', { name: 'Look through it' }))
    expect((await screen.findAllByText('Choose a file, or paste the rows'))[0]).toBeVisible()
  })
})
