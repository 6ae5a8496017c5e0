import { act, screen } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { CARERS_ID, CHALLENGE_ID, placeJson, signedIn } from '../../../test/town.ts'
import { commentJson, readingJson, SENTENCE } from '../../features/readings/readings.fixture.ts'
import { ReadThroughPage } from './read-through-page.tsx'

const READ = `GET /readings/${CHALLENGE_ID}`
const SAY = `POST /readings/${CHALLENGE_ID}/comments`
const BOX = 'What is wrong with this sentence?'

afterEach(() => {
  localStorage.clear()
  vi.unstubAllGlobals()
})

const draw = (answers: Answers = {}, options: Parameters<typeof renderPage>[1] = {}) =>
  renderPage(
    <Routes>
      <Route path="/read/:challengeId" element={<ReadThroughPage />} />
      <Route path="*" element={<p>elsewhere</p>} />
    </Routes>,
    {
      at: `/read/${CHALLENGE_ID}`,
      words: ['readings'],
      ...options,
      answers: {
        'GET /places/here': { body: placeJson },
        [READ]: { body: readingJson() },
        ...answers,
      },
    },
  )
const sentence = () => screen.findByRole('button', { name: SENTENCE })

describe('Kayleigh opens the link somebody sent (J-04)', () => {
  it('reads who asks, how long it takes, until when, and how many are still needed', async () => {
    await draw()
    expect(await screen.findByText(/Not open yet. Ruth, Northgate Council asks you/)).toBeVisible()
    expect(screen.getByText('2 minutes')).toBeVisible()
    expect(screen.getByText('3 more')).toBeVisible()
    expect(screen.getByText('£3,000')).toBeVisible()
    expect(screen.getByText('A grant')).toBeVisible()
    expect(screen.queryByText(/^We asked/)).toBeNull()
    expect(screen.queryByText('To pay small groups for theirs')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Hear it' }), 'no voice in it').toBeNull()
  })

  it('reads how many small groups were asked, and that everybody may', async () => {
    await draw({ [READ]: { body: readingJson({ groupsAsked: 3 }) } })
    expect(
      await screen.findByText('We asked 3 small groups to read it. Everybody may.'),
    ).toBeVisible()
  })

  it('taps the sentence that is wrong, by finger or by key, and taps it again to leave it', async () => {
    const { user } = await draw()
    ;(await sentence()).focus()
    await user.keyboard('{Enter}')
    expect(await sentence()).toHaveAttribute('aria-pressed', 'true')
    expect(screen.getByLabelText(BOX)).toHaveFocus()
    await user.click(await sentence())
    expect(screen.queryByLabelText(BOX)).toBeNull()
  })

  it('writes before she signs in; her words and her sentence are there when she comes back', async () => {
    const first = await draw()
    await first.user.click(await sentence())
    await first.user.type(screen.getByLabelText(BOX), 'The bus stops at six.')
    const to = screen.getByRole('link', { name: 'Sign in and send' })
    expect(to).toHaveAttribute('href', `/sign-in?next=%2Fread%2F${CHALLENGE_ID}`)
    await first.user.click(to)
    await screen.findByText('elsewhere')
    first.unmount()

    const sent: unknown[] = []
    const { user } = await draw(
      {
        ...signedIn(),
        [SAY]: ({ body }) => {
          sent.push(body)
          return {
            status: 201,
            body: { comment: commentJson(1), owedPence: 1000, minutes: 25 },
          }
        },
      },
      { hadSession: true },
    )
    expect(await screen.findByLabelText(BOX)).toHaveValue('The bus stops at six.')
    await user.click(await screen.findByRole('button', { name: 'Send it' }))
    expect(
      await screen.findByText(
        'Thank you. Ruth, Northgate Council answers you by Monday 18 January 2027.',
      ),
    ).toBeVisible()
    expect(screen.getByText(/You have given it 25 minutes.*£10/)).toBeVisible()
    expect(sent).toEqual([
      {
        readsAs: 'resident',
        field: 'summary',
        quote: SENTENCE,
        words: 'The bus stops at six.',
        secondsTaken: expect.any(Number),
      },
    ])
    expect(localStorage).toHaveLength(0)
  })

  it('changes her mind about which sentence, and loses no word', async () => {
    const { user } = await draw()
    await user.click(await sentence())
    await user.type(screen.getByLabelText(BOX), 'The bus stops at six.')
    await user.click(screen.getByRole('button', { name: 'Half the places stay empty.' }))
    expect(screen.getByLabelText(BOX)).toHaveValue('The bus stops at six.')
    await user.click(screen.getByRole('button', { name: 'Say something about all of it' }))
    expect(screen.getByLabelText(/What is missing/)).toHaveValue('The bus stops at six.')
  })

  it('an empty box is asked for; nothing is sent', async () => {
    const { user } = await draw(signedIn(), { hadSession: true })
    await user.click(await sentence())
    await user.click(await screen.findByRole('button', { name: 'Send it' }))
    expect(
      await screen.findByRole('link', { name: 'Write what is wrong or missing' }),
    ).toHaveAttribute('href', '#f-words')
  })

  it('Ruth mended the sentence meanwhile: she is told, and her words are under the whole', async () => {
    let mended = false
    const { user } = await draw(
      {
        ...signedIn(),
        [READ]: () => ({
          body: readingJson(mended ? { parts: [{ field: 'summary', text: 'It is far.' }] } : {}),
        }),
        [SAY]: () => {
          mended = true
          return {
            status: 409,
            body: { type: 'x', title: 'x', status: 409, code: 'readings.quote_changed' },
          }
        },
      },
      { hadSession: true },
    )
    await user.click(await sentence())
    await user.type(screen.getByLabelText(BOX), 'The bus stops at six.')
    await user.click(await screen.findByRole('button', { name: 'Send it' }))
    expect(
      await screen.findByText(/was changed meanwhile. Your words are still here/),
    ).toBeVisible()
    expect(screen.getByLabelText(/What is missing/)).toHaveValue('The bus stops at six.')
  })

  it('hears it where the device has a voice, and can stop it', async () => {
    const spoken: string[] = []
    class Utterance {
      lang = ''
      text: string
      constructor(text: string) {
        this.text = text
      }
    }
    const cancel = vi.fn()
    vi.stubGlobal('SpeechSynthesisUtterance', Utterance)
    vi.stubGlobal('speechSynthesis', {
      cancel,
      speak: (one: Utterance) => spoken.push(`${one.lang}: ${one.text}`),
    })
    const { user } = await draw()
    await user.click(await screen.findByRole('button', { name: 'Hear it' }))
    expect(spoken[1]).toBe(`en: In short. Half the places stay empty. ${SENTENCE}`)
    cancel.mockClear()
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    expect(cancel).toHaveBeenCalledOnce()
  })
})

it('Amina chooses whether she reads it for her group', async () => {
  const sent: unknown[] = []
  const { user } = await draw(
    {
      ...signedIn(),
      [SAY]: ({ body }) => {
        sent.push(body)
        return { status: 201, body: { comment: commentJson(1), owedPence: null, minutes: 1 } }
      },
    },
    { hadSession: true },
  )
  await user.click(await screen.findByRole('button', { name: 'Say something about all of it' }))
  await user.type(screen.getByLabelText(/What is missing/), 'Who pays the fares?')
  await user.click(await screen.findByLabelText('Carers of Elmside'))
  await user.click(screen.getByRole('button', { name: 'Send it' }))
  await screen.findByText(/Thank you/)
  expect(screen.queryByText(/You have given it/)).toBeNull()
  expect(sent).toEqual([
    expect.objectContaining({ readsAs: 'organisation', organisationId: CARERS_ID }),
  ])
})

it('once it is out it says where to take part, and what readers were answered', async () => {
  const answered = { answer: 'You are right.', answeredBy: 'Ruth', answeredOn: '2027-01-12' }
  await draw({
    [READ]: {
      body: readingJson({ open: false, slug: 'a-break', comments: [commentJson(1, answered)] }),
    },
  })
  expect(await screen.findByRole('link', { name: 'Read it and take part' })).toHaveAttribute(
    'href',
    '/challenges/a-break',
  )
  expect(screen.getByText('Answer from Ruth, 12 January 2027')).toBeVisible()
  expect(screen.queryByRole('button', { name: SENTENCE })).toBeNull()
})

it('a draft is not there', async () => {
  await draw({
    [READ]: {
      status: 404,
      body: { type: 'x', title: 'x', status: 404, code: 'challenges.not_found' },
    },
  })
  await act(async () => undefined)
  expect(await screen.findByRole('button', { name: /again/i })).toBeVisible()
})
