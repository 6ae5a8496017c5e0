import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { paths } from '../paths.ts'
import { AppRoutes } from '../router.tsx'
import { anyone, GROUP, group, problem, session } from './groups.fixture.ts'

const JOIN = `POST /groups/${GROUP}/members`
const slip = {
  reference: 'PLUM-47',
  manageToken: 'a-token-of-more-than-twenty',
  nextSession: session,
  contactBy: '2027-03-04',
}
const open = (answers: Answers = {}, language: 'en' | 'nl' = 'en') =>
  renderPage(<AppRoutes />, {
    answers: { ...anyone, ...answers },
    at: paths.joinGroup({ groupId: GROUP }),
    language,
  })

describe('Kayleigh joins on her phone', () => {
  it('reads first what she gets and what is never asked, and who sees each answer', async () => {
    await open()
    expect(await screen.findByText('Your fares first, then £25 an hour')).toBeVisible()
    expect(screen.getByText(/Benefits. Where you were born/)).toBeVisible()
    expect(screen.getByLabelText(/What do you need/)).toHaveAccessibleDescription(
      /Only Yusuf can read this/,
    )
    expect(screen.getByLabelText('Your first name')).toHaveAccessibleDescription(/Only Yusuf/)
    expect(screen.queryByLabelText(/surname|date of birth/i)).not.toBeInTheDocument()
  })

  it('sends a first name and one way to be reached, and keeps a slip', async () => {
    const sent: unknown[] = []
    const { user } = await open({
      [JOIN]: ({ body }) => {
        sent.push(body)
        return { status: 201, body: slip }
      },
    })
    await user.type(await screen.findByLabelText('Your first name'), 'Kayleigh')
    await user.click(screen.getByLabelText('By phone or text'))
    await user.type(screen.getByLabelText('Your phone number'), '07700 900123')
    await user.click(screen.getByLabelText(/By text/))
    await user.type(screen.getByLabelText(/What do you need/), 'Somebody for the baby')
    await user.click(screen.getByRole('button', { name: 'Join the group' }))
    const title = await screen.findByRole('heading', { level: 1, name: 'You have a place' })
    expect(title).toHaveFocus()
    expect(sent).toEqual([
      {
        firstName: 'Kayleigh',
        contactBy: 'phone',
        contact: '07700 900123',
        ways: ['text-answers'],
        needs: 'Somebody for the baby',
        language: 'en',
        consentVersion: '2026-11',
        website: '',
      },
    ])
    const kept = within(screen.getByRole('article'))
    expect(kept.getByText('PLUM-47')).toBeVisible()
    expect(kept.getByText(/Yusuf gets in touch by Thursday 4 March 2027/)).toBeVisible()
    expect(kept.getByText(/Tuesday 30 March 2027, 6pm to 8pm/)).toBeVisible()
    expect(kept.getByText('020 7946 0123')).toBeVisible()
    expect(kept.getByRole('link', { name: /#a-token/ })).toHaveAttribute(
      'href',
      `/groups/leave#${slip.manageToken}`,
    )
  })

  it('forgets something, and is told beside it; nothing is sent', async () => {
    const { user } = await open()
    await user.click(await screen.findByRole('button', { name: 'Join the group' }))
    const summary = within(await screen.findByRole('alert'))
    expect(summary.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Enter a first name',
      'Choose how we can reach you',
      'Choose at least one way to take part',
    ])
    expect(screen.getByLabelText('Your first name')).toHaveAccessibleDescription(
      /Enter a first name/,
    )
  })

  it('mistypes her address, and nothing she wrote is lost', async () => {
    const errors = [{ pointer: '#/body/contact', code: 'invalid_email' }]
    const { user } = await open({ [JOIN]: problem(422, 'codesign.contact_invalid', errors) })
    await user.type(await screen.findByLabelText('Your first name'), 'Kayleigh')
    await user.click(screen.getByLabelText('By email'))
    await user.type(screen.getByLabelText('Your email address'), 'kayleigh')
    await user.click(screen.getByLabelText('By phone'))
    await user.click(screen.getByRole('button', { name: 'Join the group' }))
    await screen.findByRole('alert')
    expect(screen.getByLabelText('Your email address')).toHaveAccessibleDescription(
      /like name@example.com/,
    )
    expect(screen.getByLabelText('Your first name')).toHaveValue('Kayleigh')
    expect(screen.getByLabelText('Your email address')).toHaveValue('kayleigh')
  })

  it('is a moment too late for the last place, and reads what she can do', async () => {
    const { user } = await open({ [JOIN]: problem(409, 'codesign.group_full') })
    await user.type(await screen.findByLabelText('Your first name'), 'Kayleigh')
    await user.click(screen.getByLabelText(/Through someone/))
    await user.type(screen.getByLabelText(/Who do we ask for/), 'Ines at the library')
    await user.click(screen.getByLabelText('By video'))
    await user.click(screen.getByRole('button', { name: 'Join the group' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(/All places in this group are taken/)
  })

  it('finds no form where no place is left', async () => {
    await open({ [`GET /groups/${GROUP}`]: { body: { ...group, placesLeft: 0 } } })
    expect(await screen.findByText(/All places are taken/)).toBeVisible()
    expect(screen.queryByLabelText('Your first name')).not.toBeInTheDocument()
  })

  it('reads it all in Dutch', async () => {
    await open({}, 'nl')
    expect(await screen.findByRole('button', { name: 'Doe mee' })).toBeVisible()
    expect(screen.getByLabelText('Je voornaam')).toBeVisible()
  })

  it('never meets the field that is there for machines', async () => {
    await open()
    await screen.findByLabelText('Your first name')
    const boxes = screen.getAllByRole('textbox').map((box) => box.getAttribute('name'))
    expect(boxes).toEqual(['firstName', 'needs'])
  })
})
