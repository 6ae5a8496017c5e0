import type { Match } from '@howcanwe/shared/matching'
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../../test/render.tsx'
import { paths } from '../paths.ts'
import { AppRoutes } from '../router.tsx'
import {
  base,
  CHALLENGE,
  CIRCLE,
  INVITE,
  id,
  LUNCH,
  lunch,
  match,
  matches,
  open,
  row,
} from './matches.fixture.tsx'

describe('Ines says what she thinks of a suggestion (BR2)', () => {
  const DECIDE = `POST /challenges/${CHALLENGE}/matches/decisions`
  const at = new Date('2026-11-21T10:00:00Z')
  const kept = { decision: 'kept' as const, reason: '', at }
  const folded = { decision: 'dismissed' as const, reason: 'They moved away.', at }

  it('keeps one in mind and takes it back, on one button that keeps the cursor', async () => {
    const said: unknown[] = []
    const answers = base()
    answers[DECIDE] = ({ body }) => {
      said.push(body)
      return { status: 201, body: { standing: said.length === 1 ? kept : null } }
    }
    const { user } = await open(answers)
    await user.click(
      row('Tuesday Circle').getByRole('button', { name: 'Keep in mind: Tuesday Circle' }),
    )
    expect(await row('Tuesday Circle').findByText('Kept in mind')).toBeVisible()
    const back = row('Tuesday Circle').getByRole('button', { name: /^No longer keep in mind/ })
    expect(back).toHaveFocus()
    await user.click(back)
    expect(
      await row('Tuesday Circle').findByRole('button', { name: /^Keep in mind/ }),
    ).toHaveFocus()
    expect(said).toEqual([
      { kind: 'organisation', id: CIRCLE, decision: 'kept', reason: '' },
      { kind: 'organisation', id: CIRCLE, decision: 'taken-back', reason: '' },
    ])
  })

  it('folds one away only with a reason: the tick goes with it, the cursor on to the next', async () => {
    const said: unknown[] = []
    const answers = base()
    answers[DECIDE] = ({ body }) => {
      said.push(body)
      return { status: 201, body: { standing: folded } }
    }
    const { user } = await open(answers)
    const circle = row('Tuesday Circle')
    await user.click(circle.getByRole('checkbox', { name: 'Invite Tuesday Circle' }))
    await user.click(circle.getByRole('button', { name: 'Fold away: Tuesday Circle' }))
    const why = circle.getByRole('textbox', { name: 'Why does Tuesday Circle not fit here?' })
    expect(why).toHaveFocus()
    await user.click(circle.getByRole('button', { name: 'Fold away' }))
    const missing = 'Say in a few words why they do not fit'
    await user.click(await circle.findByRole('link', { name: missing }))
    expect(why).toHaveFocus()
    expect(why).toHaveAccessibleDescription(new RegExp(missing))
    expect(said).toEqual([])
    await user.keyboard('They moved away.')
    await user.click(circle.getByRole('button', { name: 'Fold away' }))
    expect(await screen.findByText('Folded away: 1')).toBeVisible()
    expect(screen.getByRole('heading', { level: 2, name: 'Lunch Club' })).toHaveFocus()
    expect(screen.queryByRole('heading', { level: 2, name: 'Tuesday Circle' })).toBeNull()
    expect(screen.queryByRole('button', { name: /^Invite/ })).toBeNull()
    expect(said).toEqual([
      { kind: 'organisation', id: CIRCLE, decision: 'dismissed', reason: 'They moved away.' },
    ])
  })

  it('reads why somebody was folded away, and puts them back', async () => {
    const answers = base()
    const read = `GET /challenges/${CHALLENGE}/matches`
    answers[read] = { body: matches([match({ standing: folded }), match(lunch)]) }
    answers[DECIDE] = { status: 201, body: { standing: null } }
    const { user } = await open(answers)
    await user.click(screen.getByText('Folded away: 1'))
    const list = within(screen.getByRole('list', { name: 'Folded away' }))
    expect(list.getByText(/They moved away/)).toBeVisible()
    await user.click(list.getByRole('button', { name: 'Put back in the list: Tuesday Circle' }))
    expect(await screen.findByRole('heading', { level: 2, name: 'Tuesday Circle' })).toHaveFocus()
    expect(screen.queryByText(/^Folded away/)).toBeNull()
  })

  it('nothing where they have answered already, and the ways on stand above the list', async () => {
    const answers = base()
    const read = `GET /challenges/${CHALLENGE}/matches`
    answers[read] = { body: matches([match({ interested: true, standing: folded }), match(lunch)]) }
    await open(answers)
    expect(row('Tuesday Circle').queryByRole('button')).toBeNull()
    expect(screen.getByRole('link', { name: /answer together/ })).toHaveAttribute(
      'href',
      '/desk/together/a-break',
    )
    expect(screen.getByRole('link', { name: /Introduce two/ })).toHaveAttribute(
      'href',
      `/desk/introductions?challenge=${CHALLENGE}`,
    )
  })
})

describe('Ines invites', () => {
  const invitation = (one: Partial<Match>, why: string) => ({
    id: id(50 + (one.name?.length ?? 0)),
    kind: one.kind ?? 'organisation',
    candidateId: one.id ?? CIRCLE,
    name: one.name ?? 'Tuesday Circle',
    incomeBand: 'medium',
    why,
    channel: one.kind === 'register' ? 'by-hand' : 'mailed',
    invitedAt: '2026-11-21T10:00:00.000Z',
  })

  it('nobody before somebody is ticked', async () => {
    await open()
    expect(screen.queryByRole('button', { name: /^Invite/ })).toBeNull()
    expect(screen.getByText(/You have invited nobody yet. Of those that fit, 75%/)).toBeVisible()
  })

  it('two, one with words of her own; then she reads what happened and what to read out', async () => {
    const asked: unknown[] = []
    let done: unknown[] = []
    const answers = base()
    answers[INVITE] = ({ body }) => {
      asked.push(body)
      done = [invitation({}, 'Because you know us.'), invitation(lunch, 'You work in Northgate.')]
      return { status: 201, body: { items: done } }
    }
    answers[`GET /challenges/${CHALLENGE}/invitations`] = () => ({ body: { items: done } })
    const { user } = await open(answers)
    await user.click(screen.getByRole('checkbox', { name: 'Invite Tuesday Circle' }))
    const why = screen.getByRole('textbox', { name: 'Why them, of all?' })
    expect(why).toHaveValue('You work in Northgate. Your work is about carers, older people.')
    await user.clear(why)
    await user.type(why, 'Because you know us.')
    await user.click(screen.getByRole('checkbox', { name: 'Invite Lunch Club' }))
    expect(
      screen.getByText(/You have ticked 2 organisations: Tuesday Circle and Lunch Club/),
    ).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Invite 2' }))
    expect(await screen.findByText('2 organisations invited')).toBeVisible()
    expect(asked).toEqual([
      {
        candidates: [
          { kind: 'organisation', id: CIRCLE, why: 'Because you know us.' },
          {
            kind: 'register',
            id: LUNCH,
            why: 'You work in Northgate. Your work is about carers, older people.',
          },
        ],
      },
    ])
    const invited = within(screen.getByRole('region', { name: '2 invited so far' }))
    await user.click(invited.getByText('Words to read out or print'))
    expect(invited.getByText(/It takes about 10 minutes/)).toBeVisible()
    expect(invited.getByText(/£12,000 on offer in all/)).toBeVisible()
    expect(
      invited.getByText('You can say no by doing nothing. It does not count against you.'),
    ).toBeVisible()
    expect(screen.getByText(/0 of the 2 you have invited .* \(0%\)/)).toHaveTextContent(
      'That is less than their share.',
    )
  })

  it('and is told beside the one that has paused; her words and ticks stay', async () => {
    const answers = base()
    answers[INVITE] = {
      status: 409,
      body: {
        type: 'about:blank',
        title: 'no',
        status: 409,
        code: 'invitations.paused',
        errors: [{ pointer: '#/body/candidates/1', code: 'paused' }],
      },
    }
    const { user } = await open(answers)
    await user.click(screen.getByRole('checkbox', { name: 'Invite Tuesday Circle' }))
    await user.click(screen.getByRole('checkbox', { name: 'Invite Lunch Club' }))
    await user.click(screen.getByRole('button', { name: 'Invite 2' }))
    const sentence = 'Lunch Club has asked not to be asked for now. Untick it.'
    await user.click(await screen.findByRole('link', { name: sentence }))
    const tick = screen.getByRole('checkbox', { name: 'Invite Lunch Club' })
    expect(tick).toHaveFocus()
    expect(tick).toBeChecked()
    expect(tick).toHaveAccessibleDescription(sentence)
    expect(screen.getAllByRole('textbox')[0]).toHaveValue(
      'You work in Northgate. Your work is about carers, older people.',
    )
    await user.click(tick)
    expect(screen.queryByRole('link', { name: sentence })).toBeNull()
  })

  it('nobody once the question has closed; she sees who answered', async () => {
    const answers = base('choosing')
    answers[`GET /challenges/${CHALLENGE}/matches`] = {
      body: matches([match({ interested: true })]),
    }
    await open(answers)
    expect(row('Tuesday Circle').getByText('Has answered')).toBeVisible()
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  it('nobody when nobody fits, and the page says why', async () => {
    const answers = base()
    answers[`GET /challenges/${CHALLENGE}/matches`] = {
      body: { ...matches([]), eligible: { all: 0, small: 0 } },
    }
    await renderPage(<AppRoutes />, {
      answers,
      at: paths.matches({ challengeId: CHALLENGE }),
      hadSession: true,
    })
    expect(await screen.findByText(/shares a theme with this question/)).toBeVisible()
  })
})
