import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { further } from '../further-paths.ts'
import { AppRoutes } from '../router.tsx'
import { GROUP, problem, signedInAs } from './groups.fixture.ts'

const text = {
  rung: 'co-design',
  decides: 'When a break is offered',
  shapes: 'How it is booked',
  fixed: 'The budget',
  answersBy: 'Ruth, in 20 working days',
  rules: 'One person speaks at a time',
  meeting: 'Every third Tuesday',
  expect: 'Three hours a month',
  equality: 'Every word weighs the same',
  diversity: 'We look for men over 60',
  access: 'Captions and a quiet corner',
  reciprocity: 'A letter for your CV',
}
const charter = {
  id: '018f0000-0000-7000-8000-000000000071',
  version: 1,
  state: 'asked',
  text,
  askedAt: '2027-03-01T10:00:00.000Z',
  agreedAt: null,
}
const voices = [
  { bloc: 'residents', members: 8, agree: 3, notYet: 1, agreed: true },
  { bloc: 'organisations', members: 0, agree: 0, notYet: 0, agreed: false },
  { bloc: 'public-bodies', members: 3, agree: 0, notYet: 1, agreed: false },
]
const open = {
  charter,
  voices,
  wishes: [{ bloc: 'residents', words: 'Meet before school is out' }],
  mine: null,
}
const at = further.charter({ groupId: GROUP })
const answers = (more: Answers): Answers => ({
  [`GET /groups/${GROUP}/charter`]: { body: { agreed: null } },
  [`GET /groups/${GROUP}/charter/open`]: { body: { open, begin: null, runs: false } },
  ...more,
})

describe('Kayleigh is asked whether she can live with the charter (CD1)', () => {
  it('reads it, says what must change, and sees how far each voice has come', async () => {
    const sent: unknown[] = []
    const { user } = await renderPage(<AppRoutes />, {
      at,
      answers: answers({
        [`POST /groups/${GROUP}/charter/answer`]: ({ body }) => {
          sent.push(body)
          return { body: { ...open, mine: body } }
        },
      }),
    })
    expect(await screen.findByText('One person speaks at a time')).toBeVisible()
    expect(screen.getByText('4 of 8 have answered, 3 can live with it')).toBeVisible()
    expect(screen.getByText('Nobody sits here yet')).toBeVisible()
    expect(screen.getByText(/Meet before school is out/)).toBeVisible()
    await user.click(screen.getByLabelText('Not yet'))
    await user.type(screen.getByLabelText('What must change?'), 'A bus home')
    await user.click(screen.getByRole('button', { name: 'Give my answer' }))
    expect(await screen.findByText('Thank you. Your answer counts.')).toBeVisible()
    expect(sent).toEqual([{ version: 1, answer: 'not-yet', words: 'A bus home' }])
  })
  it('reads the new wording where it was reworded meanwhile, and answers to that', async () => {
    const sent: unknown[] = []
    const reworded = { ...charter, version: 2, text: { ...text, rules: 'Phones stay outside' } }
    const { user } = await renderPage(<AppRoutes />, {
      at,
      answers: answers({
        [`GET /groups/${GROUP}/charter/open`]: () => ({
          body: {
            open: sent.length === 0 ? open : { ...open, charter: reworded },
            begin: null,
            runs: false,
          },
        }),
        [`POST /groups/${GROUP}/charter/answer`]: ({ body }) => {
          sent.push(body)
          return sent.length === 1 ? problem(409, 'charters.reworded') : { body: open }
        },
      }),
    })
    await user.click(await screen.findByLabelText('Yes, I can live with it'))
    await user.click(screen.getByRole('button', { name: 'Give my answer' }))
    expect(await screen.findByText('Phones stay outside')).toBeVisible()
    expect(screen.getByText(/reworded since you read it/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Give my answer' }))
    expect(await screen.findByText('Thank you. Your answer counts.')).toBeVisible()
    expect(sent).toMatchObject([{ version: 1 }, { version: 2 }])
  })
  it('whoever runs the group sees how far it is and has nothing to answer with', async () => {
    await renderPage(<AppRoutes />, {
      at,
      hadSession: true,
      answers: {
        ...signedInAs('facilitator'),
        ...answers({
          [`GET /groups/${GROUP}/charter/open`]: { body: { open, begin: null, runs: true } },
          [`GET /groups/${GROUP}/members`]: { body: { items: [] } },
        }),
      },
    })
    expect(await screen.findByRole('button', { name: 'The group has agreed' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Give my answer' })).toBeNull()
  })
  it('the ladder offers no step below what people joined for', async () => {
    await renderPage(<AppRoutes />, {
      at,
      hadSession: true,
      answers: {
        ...signedInAs('facilitator'),
        ...answers({
          [`GET /groups/${GROUP}/charter/open`]: {
            body: { open: null, begin: text, runs: true },
          },
        }),
      },
    })
    const ladder = await screen.findByRole('group', { name: /How much say/ })
    expect(within(ladder).getAllByRole('radio')).toHaveLength(2)
  })
  it('a stranger reads what was agreed and what everybody may count on', async () => {
    await renderPage(<AppRoutes />, {
      at,
      answers: {
        [`GET /groups/${GROUP}/charter`]: {
          body: {
            agreed: { ...charter, state: 'agreed', agreedAt: '2027-03-05T10:00:00.000Z' },
          },
        },
        [`GET /groups/${GROUP}/charter/open`]: problem(403, 'codesign.no_place_here'),
      },
    })
    expect(await screen.findByText(/^Agreed on .*5 March/)).toBeVisible()
    expect(screen.getByText(/Two residents, or one in five, can stop the clock/)).toBeVisible()
  })
})
