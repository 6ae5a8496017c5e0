import { screen } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { AppRoutes } from '../router.tsx'
import { GROUP } from './groups.fixture.ts'

const PLACE = '018f0000-0000-7000-8000-000000000099'
const token = 'a-token-of-more-than-twenty'
const pay = (more: object = {}) => ({
  ...{ left: false, reference: 'PLUM-47', currency: 'GBP', mayCome: false, way: null },
  ...{ involvementPence: 2_400, expensePence: 440, choice: null, charityName: '', payBy: null },
  ...more,
})
const bank = { way: 'bank', last4: '6819', since: '2026-11-10T20:00:00.000Z' }
const open = (answers: Answers, language: 'en' | 'nl' = 'en') =>
  renderPage(<AppRoutes />, { at: `${paths.leaveGroup()}#${token}`, answers, language })

// Fetched once before anybody waits for it: a busy machine takes its time.
beforeAll(
  () =>
    Promise.all([
      import('./leave-group-page.tsx'),
      import('./my-place-page.tsx'),
      import('../pages-further-on.tsx'),
    ]),
  60_000,
)

describe('Kayleigh leaves, and is paid for what was done (§4.2)', () => {
  it('reads what is still owed, her time apart from her fares, and says how she is paid before she goes', async () => {
    const sent: unknown[] = []
    const { user } = await open({
      'POST /group-places/leave/pay': { body: pay() },
      'POST /group-places/leave/pay/choice': ({ body }) => {
        sent.push(body)
        return { body: pay({ choice: 'all', way: bank }) }
      },
      'POST /group-places/leave': { body: { left: true } },
    })
    const owed = await screen.findByRole('region', { name: 'What is still owed to you' })
    expect(owed).toHaveTextContent('For your time£24Money given back£4.40')
    expect(owed).toHaveTextContent('it waits for you in cash')
    await user.click(screen.getByLabelText('Bank transfer, UK account'))
    await user.type(screen.getByLabelText('Name on the account'), 'K Doyle')
    await user.type(screen.getByLabelText('Sort code'), '12-34-56')
    await user.click(screen.getByRole('button', { name: 'Pay me this way' }))
    expect((await screen.findAllByText('Give the account number'))[0]).toBeVisible()
    await user.type(screen.getByLabelText('Account number'), '31926819')
    await user.click(screen.getByRole('button', { name: 'Pay me this way' }))
    expect(await screen.findByText('Thank you. You are paid this way.')).toBeVisible()
    const details = { name: 'K Doyle', sortCode: '12-34-56', accountNumber: '31926819' }
    const to = { kind: 'uk', ...details }
    expect(sent).toEqual([{ manageToken: token, choice: 'all', to }])
    await user.click(screen.getByRole('button', { name: 'Leave the group' }))
    expect(await screen.findByText('You have left the group')).toBeVisible()
  })

  it('comes back with the same link and sees that it goes to the food bank; nothing is left to press', async () => {
    const said = { choice: 'charity', charityName: 'Elmside Foodbank' }
    await open({ 'POST /group-places/leave/pay': { body: pay({ left: true, ...said }) } })
    expect(await screen.findByText('It goes to Elmside Foodbank.')).toBeVisible()
    expect(screen.getByText('You have left the group')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Leave the group' })).not.toBeInTheDocument()
  })

  it('is told that nothing is owed', async () => {
    const none = pay({ involvementPence: 0, expensePence: 0 })
    await open({ 'POST /group-places/leave/pay': { body: none } })
    expect(await screen.findByText('Nothing is owed to you here.')).toBeVisible()
  })

  it('reads it in Dutch', async () => {
    await open({ 'POST /group-places/leave/pay': { body: pay({ way: bank }) } }, 'nl')
    expect(await screen.findByRole('region', { name: 'Wat je nog krijgt' })).toHaveTextContent(
      'Het gaat naar de rekening die eindigt op 6819.',
    )
  })

  it('from within it is asked only when she opens the part about leaving', async () => {
    const asked: string[] = []
    const place = {
      ...{ id: PLACE, group: { id: GROUP, name: 'Carers’ Tuesday' }, reference: 'PLUM-47' },
      ...{ firstName: 'Kayleigh', bloc: 'residents', ways: [], state: 'joined', claimed: false },
    }
    const { user } = await renderPage(<AppRoutes />, {
      at: further.myPlace(),
      answers: {
        'GET /group-places/own': { body: { items: [place] } },
        [`GET /groups/${GROUP}/own-pay/leaving`]: () => {
          asked.push('pay')
          return { body: pay() }
        },
      },
    })
    const leave = await screen.findByText('Leave Carers’ Tuesday')
    expect(asked).toEqual([])
    await user.click(leave)
    expect(await screen.findByText('What is still owed to you')).toBeVisible()
  })
})
