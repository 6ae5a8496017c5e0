import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { CHALLENGE_ID, placeJson, signedIn } from '../../../test/town.ts'
import { AskForm } from './ask-form.tsx'
import { FollowButton } from './follow-button.tsx'
import { namedIn } from './named.ts'
import { QuestionDesk } from './question-desk.tsx'
import { QuestionsSection } from './questions-section.tsx'

const id = (n: number) => `018f0000-0000-4000-8000-00000000000${n}`
const question = (n: number, more: object = {}) => ({
  id: id(n),
  words: `May the money pay for minibus ${n}?`,
  askedOn: '2027-01-11',
  state: 'answered',
  reply: 'Yes, up to £3,000.',
  mergedInto: null,
  closedOn: '2027-01-13',
  closedAs: 'commissioner',
  ...more,
})
const board = (more: object = {}) => ({
  questionsUntil: '2099-03-01T17:00:00.000Z',
  open: true,
  waiting: { count: 0, answerBy: null, late: false },
  items: [],
  medianWorkingDays: null,
  ...more,
})
const BOARD = `GET /challenges/${CHALLENGE_ID}/questions`
const words = ['questions']

describe('questions and answers on a challenge', () => {
  const draw = (body: object) =>
    renderPage(
      <QuestionsSection
        challengeId={CHALLENGE_ID}
        asker="Ruth, Northgate Council"
        askAt="/challenges/a-break/ask"
        follow={<p>follow</p>}
      />,
      { words, answers: { 'GET /places/here': { body: placeJson }, [BOARD]: { body } } },
    )

  it('somebody without an account reads how to ask, until when, and what waits', async () => {
    await draw(
      board({
        waiting: { count: 2, answerBy: '2027-01-14', late: false },
        medianWorkingDays: 2,
      }),
    )
    expect(await screen.findByRole('link', { name: 'Ask a question' })).toHaveAttribute(
      'href',
      '/challenges/a-break/ask',
    )
    expect(screen.getByText(/You can ask until .*2099/)).toBeVisible()
    expect(screen.getByText(/2 questions wait for an answer, the first promised by/)).toBeVisible()
    expect(screen.getByText('Answers here usually take 2 working days.')).toBeVisible()
  })

  it('a late answer is said in words, and nobody can ask once the time is over', async () => {
    await draw(board({ open: false, waiting: { count: 1, answerBy: '2027-01-14', late: true } }))
    expect(await screen.findByText(/is late: it was promised by .*The broker knows/)).toBeVisible()
    expect(screen.getByText(/The time for questions ended on/)).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Ask a question' })).toBeNull()
  })

  it('every question stands with what became of it', async () => {
    await draw(
      board({
        items: [
          question(1),
          question(2, { state: 'merged', reply: null, mergedInto: id(1) }),
          question(3, { state: 'declined', reply: 'It is about another challenge.' }),
          question(4, { words: null, state: 'declined', closedAs: 'broker' }),
        ],
      }),
    )
    const [first, merged, declined, hidden] = await screen.findAllByRole('listitem')
    expect(first).toHaveTextContent('Answer from Ruth, Northgate Council, 13 January 2027')
    expect(within(merged as HTMLElement).getByRole('link')).toHaveAttribute('href', `#${first?.id}`)
    expect(declined).toHaveTextContent('Not answered. Why, from Ruth')
    expect(hidden).toHaveTextContent('are not shown, because they named somebody')
    expect(hidden).toHaveTextContent('from the broker')
  })
})

describe('asking without a name (J-06)', () => {
  const draw = async (answers: Answers = {}) => {
    const told: unknown[] = []
    const drawn = await renderPage(
      <AskForm
        challengeId={CHALLENGE_ID}
        ownNames={['Dele', 'Elmside Youth']}
        onSent={(one) => told.push(one)}
      />,
      { words, answers: { 'GET /places/here': { body: placeJson }, ...answers } },
    )
    const write = async (text: string) => {
      const box = screen.getByLabelText('What do you want to know?')
      await drawn.user.clear(box)
      await drawn.user.type(box, text)
      await drawn.user.click(screen.getByRole('button', { name: 'See what everybody will read' }))
    }
    return { ...drawn, told, write }
  }

  it('Dele sees exactly what everybody will read before it is sent, and only his words are', async () => {
    const sent: unknown[] = []
    const { user, told, write } = await draw({
      [`POST /challenges/${CHALLENGE_ID}/questions`]: ({ body }) => {
        sent.push(body)
        return { status: 201, body: { askedOn: '2027-01-11', answerBy: '2027-01-14' } }
      },
    })
    await write('Can the money pay for a minibus?')
    expect(await screen.findByRole('heading', { name: /what everybody will read/ })).toHaveFocus()
    expect(screen.getByText('Can the money pay for a minibus?')).toBeVisible()
    expect(sent).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Send without my name' }))
    expect(sent).toEqual([{ words: 'Can the money pay for a minibus?', website: '' }])
    expect(told).toEqual([{ askedOn: '2027-01-11', answerBy: '2027-01-14' }])
  })

  it('he is warned when his own group stands in it, and can go back without losing a word', async () => {
    const { user, write } = await draw()
    await write('Can we at elmside youth start in May?')
    expect(await screen.findByText(/You have written Elmside Youth. Everybody/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Change it' }))
    expect(screen.getByLabelText('What do you want to know?')).toHaveValue(
      'Can we at elmside youth start in May?',
    )
  })

  it('an address goes no further than his own screen', async () => {
    const { write } = await draw()
    await write('Please mail dele@elmside.example the form')
    expect(
      await screen.findByRole('link', { name: /Take out dele@elmside.example/ }),
    ).toHaveAttribute('href', '#f-words')
  })

  it('too few words are sent back at once; what the service refuses comes back with his words', async () => {
    const { user, write } = await draw({
      [`POST /challenges/${CHALLENGE_ID}/questions`]: {
        status: 409,
        body: { type: 'x', title: 'x', status: 409, code: 'questions.over' },
      },
    })
    await write('Why?')
    expect(await screen.findByRole('link', { name: /Write a whole question/ })).toBeVisible()
    await write('Can the money pay for a minibus?')
    await user.click(await screen.findByRole('button', { name: 'Send without my name' }))
    expect(
      await screen.findByText(/The time for questions about this challenge is over/),
    ).toBeVisible()
    expect(screen.getByLabelText('What do you want to know?')).toHaveValue(
      'Can the money pay for a minibus?',
    )
  })

  it.each([
    ['We at Elmside Youth!', ['Elmside Youth']],
    ['we, élmside-youth, want', ['Elmside Youth']],
    ['Delegates may come?', []],
    ['Is Dele right?', ['Dele']],
  ])('finds own names in “%s”', (text, found) => {
    expect(namedIn(text, ['Dele', 'Elmside Youth', 'A'])).toEqual(found)
  })
})

describe('following', () => {
  it('one press starts the emails and one stops them', async () => {
    const path = `/challenges/${CHALLENGE_ID}/following`
    const { user } = await renderPage(<FollowButton challengeId={CHALLENGE_ID} />, {
      words,
      hadSession: true,
      answers: {
        ...signedIn(),
        [`GET ${path}`]: { body: { following: false } },
        [`PUT ${path}`]: ({ body }) => ({ body }),
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Email me the answers' }))
    await user.click(await screen.findByRole('button', { name: 'Stop these emails' }))
    expect(await screen.findByRole('button', { name: 'Email me the answers' })).toBeVisible()
  })
})

describe('answering', () => {
  const waiting = (n: number, late = false) => ({
    id: id(n),
    words: `Who drives minibus ${n}?`,
    askedOn: '2027-01-11',
    answerBy: '2027-01-14',
    late,
  })
  const draw = (answers: Answers, hideWords = false) =>
    renderPage(
      <QuestionDesk
        asker="Ruth, Northgate Council"
        desk={{
          challenge: { id: CHALLENGE_ID, slug: 'a-break', question: 'How can we …?' },
          waiting: [waiting(1, true), waiting(2)],
          closed: [question(3) as never],
          can: { close: true, hideWords },
        }}
      />,
      { words, answers: { 'GET /places/here': { body: placeJson }, ...answers } },
    )

  it('Ruth answers the most pressing first, and is told that everybody can read it', async () => {
    const sent: unknown[] = []
    const { user } = await draw({
      [`POST /questions/${id(1)}/answer`]: ({ body }) => {
        sent.push(body)
        return { body: question(1) }
      },
    })
    expect(screen.getByText(/Late: promised by/)).toBeVisible()
    const [box] = screen.getAllByLabelText('Your answer')
    await user.type(box as HTMLElement, 'Whoever holds a licence.')
    await user.click(screen.getAllByRole('button', { name: 'Answer everybody' })[0] as HTMLElement)
    expect(await screen.findByText('Everybody can read it now')).toBeVisible()
    expect(sent).toEqual([{ answer: 'Whoever holds a licence.' }])
  })

  it('an empty answer is asked for again, beside the question it is about', async () => {
    const { user } = await draw({})
    await user.click(screen.getAllByRole('button', { name: 'Answer everybody' })[1] as HTMLElement)
    expect(await screen.findByRole('link', { name: 'Write your answer' })).toHaveAttribute(
      'href',
      `#${screen.getAllByLabelText('Your answer')[1]?.id}`,
    )
  })

  it('she may say why not, or point at another; only a broker may hide the words', async () => {
    const sent: unknown[] = []
    const say = ({ body, url }: { body: unknown; url: string }) => {
      sent.push([url.split('/').at(-1), body])
      return { body: question(1) }
    }
    const answers = {
      [`POST /questions/${id(1)}/decline`]: say,
      [`POST /questions/${id(1)}/merge`]: say,
    }
    const { user, unmount } = await draw(answers)
    expect(screen.queryByLabelText(/out of sight/)).toBeNull()
    const open = async (summary: string) =>
      user.click(screen.getAllByText(summary)[0] as HTMLElement)
    await open('It asks the same as another question')
    const [which] = screen.getAllByLabelText('Which one?')
    await user.selectOptions(which as HTMLElement, 'May the money pay for minibus 3?')
    await user.click(screen.getAllByRole('button', { name: /Put it with/ })[0] as HTMLElement)
    await screen.findByText('Everybody can read it now')
    unmount()

    await draw(answers, true)
    await open('It cannot be answered')
    await user.click(screen.getAllByLabelText(/out of sight/)[0] as HTMLElement)
    await user.type(
      screen.getAllByLabelText('Why not?')[0] as HTMLElement,
      'It is about somebody, not about the work.',
    )
    await user.click(screen.getAllByRole('button', { name: /Say why/ })[0] as HTMLElement)
    await screen.findByText('Everybody can read it now')
    expect(sent).toEqual([
      ['merge', { into: id(3) }],
      ['decline', { reason: 'It is about somebody, not about the work.', hideWords: true }],
    ])
  })
})
