import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import { CARERS_ID, meJson, PLACE_ID, signedIn } from '../../../test/town.ts'
import { AppRoutes } from '../router.tsx'

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const HOMES = id(900)
const TOKEN = 'a'.repeat(43)

const own = (more: object = {}) => ({
  id: id(901),
  state: 'asked',
  own: { id: CARERS_ID, name: 'Carers of Elmside', sector: 'community' },
  ownAbout: 'Nine carers who meet on Tuesdays.',
  other: { id: HOMES, name: 'Elm & Gate Homes', sector: 'community' },
  otherAbout: 'Has a step-free common room.',
  challenge: null,
  answerBy: '2026-12-10',
  known: null,
  share: null,
  canShare: ['email', 'phone', 'both'],
  tellBy: null,
  canTakeBack: false,
  contact: null,
  outcome: null,
  ...more,
})
const waiting = own({
  state: 'waiting',
  tellBy: '2026-12-12',
})
const together = own({
  state: 'together',
  contact: { name: 'Bram de Wit', email: 'bram@homes.example', phone: null },
})

const draw = (at: string, answers: Answers, language: 'en' | 'nl' = 'en') =>
  renderPage(<AppRoutes />, {
    at,
    language,
    hadSession: true,
    words: ['introductions', 'new-ties', 'rooms'],
    answers: { ...signedIn(), ...answers },
  })

describe('Amina, with the link of a letter', () => {
  const byLink = { 'POST /introductions/by-link': { body: own() } }

  it('reads who it is and why, and nothing is answered by looking', async () => {
    await draw(`/introductions/answer#${TOKEN}.yes`, byLink)
    expect(await screen.findByText('Has a step-free common room.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Yes, introduce us' })).toBeVisible()
    expect(screen.getByRole('button', { name: 'No thanks' })).toBeVisible()
  })

  it('says no with one press, and is asked for no reason', async () => {
    const sent: unknown[] = []
    const { user } = await draw(`/introductions/answer#${TOKEN}.no`, {
      ...byLink,
      'POST /introductions/by-link/answer': ({ body }) => {
        sent.push(body)
        return { body: own({ state: 'said-no' }) }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'No thanks' }))
    expect(await screen.findByText(/Nobody but the broker knows/)).toBeVisible()
    expect(sent).toEqual([{ token: TOKEN, said: { answer: 'no' } }])
  })

  it('says yes in her own words, and chooses the telephone', async () => {
    const sent: unknown[] = []
    const { user } = await draw(`/introductions/answer#${TOKEN}`, {
      ...byLink,
      'POST /introductions/by-link/answer': ({ body }) => {
        sent.push(body)
        return { body: waiting }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Yes, introduce us' }))
    const summary = await screen.findByRole('alert')
    expect(within(summary).getByText('Say how well you know them')).toBeVisible()
    await user.click(screen.getByRole('radio', { name: 'Never met' }))
    await user.click(screen.getByRole('radio', { name: 'By phone' }))
    const about = screen.getByRole('textbox', { name: /What Elm & Gate Homes reads/ })
    await user.clear(about)
    await user.type(about, 'Nine of us, and a kettle.')
    await user.click(screen.getByRole('button', { name: 'Yes, introduce us' }))
    expect(await screen.findByText(/We tell you if it comes about/)).toBeVisible()
    expect(sent).toEqual([
      {
        token: TOKEN,
        said: {
          answer: 'yes',
          known: 'never-met',
          share: 'phone',
          about: 'Nine of us, and a kettle.',
        },
      },
    ])
  })

  it('is told plainly where the link is not whole', async () => {
    await draw('/introductions/answer', {})
    expect(await screen.findByText(/not complete/)).toBeVisible()
  })
})

describe('Amina, signed in', () => {
  it('sees whom she can reach once both have said yes, and says what came of it in two taps', async () => {
    const sent: unknown[] = []
    const { user } = await draw('/introductions', {
      'GET /me/introductions': { body: { items: [together] } },
      [`POST /introductions/${id(901)}/what-came`]: ({ body }) => {
        sent.push(body)
        return { body: together }
      },
    })
    expect(await screen.findByRole('link', { name: 'bram@homes.example' })).toBeVisible()
    await user.click(screen.getByRole('radio', { name: 'Nothing for now' }))
    await user.click(screen.getByRole('button', { name: 'Send' }))
    await waitFor(() => expect(sent).toEqual([{ outcome: 'nothing-now', onMap: false }]))
  })

  it('reads in Dutch that she hears of it in any case', async () => {
    await draw('/introductions', { 'GET /me/introductions': { body: { items: [waiting] } } }, 'nl')
    expect(
      await screen.findByText(/in elk geval uiterlijk zaterdag 12 december 2026/),
    ).toBeVisible()
    expect(screen.queryByText('bram@homes.example')).not.toBeInTheDocument()
  })
})

describe('Ines at her desk', () => {
  const side = (turn: 'first' | 'second', more: object) => ({
    turn,
    organisation:
      turn === 'first'
        ? { id: CARERS_ID, name: 'Carers of Elmside', sector: 'community' }
        : { id: HOMES, name: 'Elm & Gate Homes', sector: 'community' },
    resting: false,
    about: `About the ${turn}.`,
    ownWords: false,
    askedAt: null,
    byHand: false,
    answerBy: null,
    answer: null,
    answeredAt: null,
    known: null,
    outcome: null,
    toWriteDown: null,
    spoken: false,
    toTell: null,
    ...more,
  })
  const introduction = (more: object = {}) => ({
    id: id(902),
    state: 'drafted',
    challenge: null,
    guess: 'never-met',
    sides: [side('first', {}), side('second', {})],
    draftedAt: '2026-11-20T10:00:00.000Z',
    endsAt: null,
    bothYesAt: null,
    askWhatCameAt: null,
    outcome: null,
    newToEachOther: null,
    ...more,
  })
  const asBroker = {
    'GET /me': { body: meJson({ roles: [{ placeId: PLACE_ID, role: 'broker' }] }) },
    'GET /organisations': { body: { items: [], nextCursor: null } },
    [`GET /places/${PLACE_ID}/new-ties`]: { body: { introduced: 12, newToEachOther: 7 } },
  }

  it('asks the first of two, and reads how many were new to each other', async () => {
    let asked = false
    const { user } = await draw('/desk/introductions', {
      ...asBroker,
      'GET /introductions': () => ({
        body: { items: [introduction(asked ? { state: 'asked-first' } : {})] },
      }),
      [`POST /introductions/${id(902)}/ask`]: () => {
        asked = true
        return { body: introduction({ state: 'asked-first' }) }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Ask Carers of Elmside' }))
    expect(await screen.findByText('First one asked')).toBeVisible()
    expect(screen.getByText(/12 introductions .* 7 of them/)).toBeVisible()
  })

  it('reads whom no email reaches, and that a voice does', async () => {
    const asked = { askedAt: '2026-11-20T10:00:00.000Z', answerBy: '2026-12-11T10:00:00.000Z' }
    const sides = [side('first', { ...asked, byHand: true }), side('second', {})]
    await draw('/desk/introductions', {
      ...asBroker,
      'GET /introductions': { body: { items: [introduction({ state: 'asked-first', sides })] } },
    })
    expect(await screen.findByText(/does not reach them: ring or visit\./)).toBeVisible()
  })

  describe('where only a voice reaches them', () => {
    const asked = { askedAt: '2026-11-20T10:00:00.000Z', answerBy: '2026-12-11T10:00:00.000Z' }
    const drawn = async (canShare: string[], sent: unknown[], language: 'en' | 'nl' = 'en') => {
      const toWriteDown = { canShare }
      const sides = [side('first', { ...asked, byHand: true, toWriteDown }), side('second', {})]
      const item = introduction({ state: 'asked-first', sides })
      const page = await draw(
        '/desk/introductions',
        {
          ...asBroker,
          'GET /introductions': { body: { items: [item] } },
          [`POST /introductions/${id(902)}/spoken`]: ({ body }) => {
            sent.push(body)
            return { body: introduction({ state: 'asked-first' }) }
          },
        },
        language,
      )
      const name = language === 'en' ? /Write down what Carers/ : /Opschrijven wat Carers/
      await page.user.click(await screen.findByText(name))
      return page
    }

    it('writes down the yes of who spoke, once it was read back', async () => {
      const sent: unknown[] = []
      const { user } = await drawn(['phone'], sent)
      await user.click(screen.getByRole('radio', { name: 'Yes, introduce us' }))
      await user.click(screen.getByRole('button', { name: 'Write it down' }))
      const summary = within(await screen.findByRole('alert'))
      for (const missing of [/Say how well/, /Write whom you spoke with/, /tick that it is right/])
        expect(summary.getByText(missing)).toBeVisible()
      const form = within(screen.getByRole('form', { name: /Write down what Carers/ }))
      await user.click(form.getByRole('radio', { name: 'Never met' }))
      await user.type(screen.getByLabelText('Whom did you speak with?'), 'Mr Okafor')
      await user.click(screen.getByRole('checkbox', { name: /I read their answer back/ }))
      await user.click(screen.getByRole('button', { name: 'Write it down' }))
      const said = { answer: 'yes', known: 'never-met', share: 'phone', about: 'About the first.' }
      const rest = { turn: 'first', spokenWith: 'Mr Okafor', readBack: true, minutes: 10 }
      await waitFor(() => expect(sent).toEqual([{ said, ...rest }]))
    })

    it('writes down a no without asking anything of it', async () => {
      const sent: unknown[] = []
      const { user } = await drawn([], sent)
      expect(screen.queryByRole('radio', { name: 'Yes, introduce us' })).toBeNull()
      await user.click(screen.getByRole('radio', { name: 'No thanks' }))
      await user.type(screen.getByLabelText('Whom did you speak with?'), 'Mr Okafor')
      await user.click(screen.getByRole('checkbox', { name: /I read their answer back/ }))
      await user.click(screen.getByRole('button', { name: 'Write it down' }))
      await waitFor(() => expect(sent).toMatchObject([{ said: { answer: 'no' } }]))
    })

    it('in Dutch', async () => {
      await drawn(['phone'], [], 'nl')
      expect(screen.getByRole('checkbox', { name: /Ik las hun antwoord voor/ })).toBeVisible()
    })

    it('reads what to tell them when both said yes', async () => {
      const toTell = { name: 'Bram de Wit', email: 'bram@homes.example', phone: null }
      const sides = [
        side('first', { ...asked, answer: 'yes', spoken: true, toTell }),
        side('second', { ...asked, answer: 'yes' }),
      ]
      await draw('/desk/introductions', {
        ...asBroker,
        'GET /introductions': { body: { items: [introduction({ state: 'both-yes', sides })] } },
      })
      expect(
        await screen.findByText(/a broker wrote it down.*tell them: Bram de Wit, bram@homes/),
      ).toBeVisible()
    })
  })

  it('reads who said what', async () => {
    const answered = { askedAt: '2026-11-20T10:00:00.000Z', answerBy: '2026-12-11T10:00:00.000Z' }
    const sides = [
      side('first', { ...answered, answer: 'yes' }),
      side('second', { ...answered, answer: 'no' }),
    ]
    await draw('/desk/introductions', {
      ...asBroker,
      'GET /introductions': { body: { items: [introduction({ state: 'asked-second', sides })] } },
    })
    expect(await screen.findByText('Said yes.')).toBeVisible()
    expect(screen.getByText('Said no.')).toBeVisible()
  })
})
