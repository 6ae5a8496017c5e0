import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { CHALLENGE_ID, placeJson } from '../../../test/town.ts'
import { ReadThroughPanel } from './read-through-panel.tsx'
import { asksJson, commentJson, readingDeskJson } from './readings.fixture.ts'
import { ShortenForm } from './shorten-form.tsx'

const DESK = `GET /desk/readings/${CHALLENGE_ID}`
const ASKS = `GET /desk/challenges/${CHALLENGE_ID}/reading-asks`
const words = ['readings']

const draw = (answers: Answers, language: 'en' | 'nl' = 'en') =>
  renderPage(
    <ReadThroughPanel challengeId={CHALLENGE_ID} lang="en" path={`/read/${CHALLENGE_ID}`} />,
    {
      words,
      language,
      answers: {
        'GET /places/here': { body: placeJson },
        [ASKS]: { body: asksJson() },
        ...answers,
      },
    },
  )

describe('Ruth, while her challenge is read (J-04)', () => {
  it('sees who has read it, until when, and the words to send on', async () => {
    await draw({ [DESK]: { body: readingDeskJson() } })
    expect(await screen.findByText('1 of 2')).toBeVisible()
    expect(screen.getByText('2 of 2')).toBeVisible()
    expect(screen.getByText('They can read until')).toBeVisible()
    expect((screen.getByLabelText('Ask people to read it') as HTMLTextAreaElement).value).toContain(
      `http://localhost:3000/read/${CHALLENGE_ID}`,
    )
    expect(screen.queryByText(/Owed to readers/)).toBeNull()
  })

  it('answers each reader, and is told that they got it', async () => {
    const one = commentJson(1)
    const sent: unknown[] = []
    let done = false
    const { user } = await draw({
      [DESK]: () => ({
        body: readingDeskJson(
          done
            ? {
                comments: [
                  { ...one, answer: 'Mended.', answeredBy: 'Ruth', answeredOn: '2027-01-12' },
                ],
              }
            : {},
        ),
      }),
      [`POST /desk/readings/${CHALLENGE_ID}/comments/${one.id}/answer`]: ({ body }) => {
        sent.push(body)
        done = true
        return { body: one }
      },
    })
    const box = await screen.findByLabelText('Your answer to Kayleigh')
    await user.click(screen.getByRole('button', { name: 'Send the answer' }))
    expect(await screen.findByText('Error:')).toBeInTheDocument()
    expect(sent).toEqual([])
    await user.type(box, 'You are right, it is mended.')
    await user.click(screen.getByRole('button', { name: 'Send the answer' }))
    expect(await screen.findByText('Sent. They get it by email, in your name.')).toBeVisible()
    expect(await screen.findByText('1 comment with its answer')).toBeVisible()
    expect(sent).toEqual([{ answer: 'You are right, it is mended.' }])
  })

  it('sees what is owed to whoever read for more than twenty minutes', async () => {
    await draw({
      [DESK]: { body: readingDeskJson({ owed: { readers: 2, minutes: 50, pence: 2000 } }) },
    })
    expect(await screen.findByText('Owed to readers: £20.')).toBeVisible()
    expect(screen.getByText(/2 readers took more than twenty minutes/)).toBeVisible()
  })

  it('reads that nobody waits, and why it may open sooner', async () => {
    await draw({
      [DESK]: {
        body: readingDeskJson({ comments: [], shortenedReason: 'The grant ends on Friday.' }),
      },
    })
    expect(await screen.findByText('Nobody waits for an answer')).toBeVisible()
    expect(screen.getByText(/Everybody reads why: The grant ends on Friday./)).toBeVisible()
  })
})

it('the broker sees what waits, and cannot answer in Ruth’s place', async () => {
  await draw({
    [DESK]: { body: readingDeskJson({ can: { answer: false, shorten: true } }) },
  })
  const waiting = await screen.findByText(/The bus stops at six/)
  const item = within(waiting.closest('li') as HTMLElement)
  expect(item.getByText(/Answer by/)).toBeVisible()
  expect(item.queryByRole('textbox')).toBeNull()
})

it('the broker says in public why it opens sooner', async () => {
  const sent: unknown[] = []
  const { user } = await renderPage(<ShortenForm challengeId={CHALLENGE_ID} />, {
    words,
    answers: {
      [`POST /desk/challenges/${CHALLENGE_ID}/read-through/shorten`]: ({ body }) => {
        sent.push(body)
        return { body: { shortenedReason: 'x' } }
      },
    },
  })
  await user.type(screen.getByLabelText('Why?'), 'Soon.')
  await user.click(screen.getByRole('button', { name: 'Let it open sooner' }))
  expect(await screen.findByRole('link', { name: /Say in a sentence why/ })).toBeVisible()
  await user.type(screen.getByLabelText('Why?'), ' The grant for it ends on Friday.')
  await user.click(screen.getByRole('button', { name: 'Let it open sooner' }))
  expect(await screen.findByText(/It can open as soon as/)).toBeVisible()
  expect(sent).toEqual([{ reason: 'Soon. The grant for it ends on Friday.' }])
})

it('in Dutch as well', async () => {
  await draw({ [DESK]: { body: readingDeskJson() } }, 'nl')
  expect(await screen.findByText('1 van 2')).toBeVisible()
  expect(screen.getByLabelText('Je antwoord aan Kayleigh')).toBeVisible()
})
