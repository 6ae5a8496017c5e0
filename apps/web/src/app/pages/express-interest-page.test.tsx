import { screen, waitFor, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Answers, renderPage } from '../../../test/render.tsx'
import {
  CARERS_ID,
  CHALLENGE_ID,
  capacityJson,
  challengeJson,
  interestJson,
  meJson,
  PLACE_ID,
  placeJson,
  signedIn,
} from '../../../test/town.ts'
import { paths } from '../paths.ts'
import { ExpressInterestPage } from './express-interest-page.tsx'

/** Saving waits for a pause in the typing. */
const WAIT = { timeout: 5_000 }

beforeEach(() => localStorage.clear())

const SEND = `POST /challenges/${CHALLENGE_ID}/interests`
const DRAFT = `/challenges/${CHALLENGE_ID}/interest-draft`
const VOICES = `GET /challenges/${CHALLENGE_ID}/voice-notes`
const TIMES = `GET /places/${PLACE_ID}/answer-times`
const base = {
  [`GET /challenges/${challengeJson.slug}`]: { body: challengeJson },
  'GET /places/here': { body: placeJson },
  [TIMES]: { body: { place: null, challenge: null } },
}
const keptJson = (answers: object, more: object = {}) => ({
  ...{ answers, seconds: 60, updatedAt: '2026-11-20T10:00:00.000Z', by: 'Amina', mine: true },
  version: 1,
  ...more,
})

const open = (answers: Answers, hadSession = true) =>
  renderPage(
    <Routes>
      <Route path={paths.interest.path} element={<ExpressInterestPage />} />
    </Routes>,
    {
      at: paths.interest({ slug: challengeJson.slug }),
      words: ['interests', 'times', 'organisations'],
      hadSession,
      answers: { ...base, ...answers },
    },
  )

/** Amina's phone: what the service answers, and what was sent to it. */
function phone(more: Answers = {}) {
  const sent: Record<string, unknown>[] = []
  const kept: Record<string, unknown>[] = []
  let mine: object[] = []
  const answers: Answers = {
    ...signedIn(),
    'GET /interests': () => ({ body: { items: mine } }),
    [`GET /organisations/${CARERS_ID}/capacity`]: { body: capacityJson },
    [`GET ${DRAFT}`]: { body: { draft: null } },
    [`PATCH ${DRAFT}`]: ({ body }) => {
      kept.push(body as Record<string, unknown>)
      const answers = Object.assign({}, ...kept.map((one) => one.answers))
      return { body: { draft: keptJson(answers, { version: kept.length }), meanwhile: null } }
    },
    [VOICES]: { body: { items: [] } },
    [SEND]: ({ body }) => {
      sent.push(body as Record<string, unknown>)
      mine = [interestJson(0, body as Record<string, unknown>)]
      return { status: 201, body: mine[0] }
    },
    ...more,
  }
  return { sent, kept, answers, hold: (items: object[]) => (mine = items) }
}

const why = () => screen.findByRole('textbox', { name: /Why does this matter/ })

describe('before the first question', () => {
  it('a visitor reads the odds and the time, signs in, and comes back here', async () => {
    await open({}, false)
    expect(await screen.findByText('5 places, about 20 expected to answer')).toBeVisible()
    expect(screen.getByText('10 minutes, five questions')).toBeVisible()
    expect(screen.getByText('No documents')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Sign in and answer' })).toHaveAttribute(
      'href',
      `/sign-in?next=${encodeURIComponent('/challenges/a-break-you-can-plan-on/interest')}`,
    )
    expect(screen.getByRole('link', { name: '020 7946 0000' })).toBeVisible()
  })

  it('somebody without an organisation registers one first, and comes back here', async () => {
    await open(signedIn(meJson({ organisations: [] })))
    expect(await screen.findByRole('link', { name: 'Register and answer' })).toHaveAttribute(
      'href',
      `/organisation/register?next=${encodeURIComponent('/challenges/a-break-you-can-plan-on/interest')}`,
    )
  })

  it('a closed challenge says so and shows others', async () => {
    const closed = { ...challengeJson, state: 'choosing', closesAt: '2026-03-04T17:00:00.000Z' }
    await open({ ...phone().answers, [`GET /challenges/${challengeJson.slug}`]: { body: closed } })
    expect(await screen.findByText('This challenge has closed')).toBeVisible()
    expect(screen.getByRole('link', { name: 'See the open challenges' })).toBeVisible()
  })
})

describe('a challenge that stands still or has not begun', () => {
  it.each([
    ['paused', 'This challenge is paused', /It goes on by Friday 1 May 2099/],
    ['read-through', 'This challenge has not opened yet', /are reading it first/],
  ])('%s says so, and says nothing of closing', async (state, heading, text) => {
    const still = { ...challengeJson, state, pausedUntil: '2099-05-01' }
    await open({ ...phone().answers, [`GET /challenges/${challengeJson.slug}`]: { body: still } })
    expect(await screen.findByText(heading)).toBeVisible()
    expect(screen.getByText(text)).toBeVisible()
    expect(screen.queryByText('This challenge has closed')).toBeNull()
  })
})

describe('five questions', () => {
  it('Amina finds her profile ticked, writes, checks, sends, and reads when she hears and from whom', async () => {
    const { sent, answers } = phone()
    const { user } = await open(answers)
    await user.type(await why(), 'None of us has had a Saturday off this year.')
    expect(screen.getByRole('checkbox', { name: 'Caring and support' })).toBeChecked()
    expect(screen.getByRole('textbox', { name: /How many hours a month/ })).toHaveValue('12')
    await user.click(screen.getByRole('radio', { name: 'Find us partners' }))
    await user.click(screen.getByRole('button', { name: 'Check your answers' }))
    expect(await screen.findByText('None of us has had a Saturday off this year.')).toBeVisible()
    expect(sent).toHaveLength(0)
    await user.click(screen.getByRole('button', { name: 'Send our answers' }))
    const done = await screen.findByRole('region', { name: 'Done' })
    expect(
      within(done).getByText(/You will hear by Wednesday 1 April 2099, from Ruth/),
    ).toBeVisible()
    expect(done).toHaveFocus()
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({
      organisationId: CARERS_ID,
      why: 'None of us has had a Saturday off this year.',
      bring: ['caring-support'],
      hoursPerMonth: 12,
      fromWhen: null,
      together: 'find-us-partners',
      conflict: false,
    })
    expect(sent[0]?.secondsTaken).toEqual(expect.any(Number))
    expect(Object.keys(localStorage)).toEqual([])
  })

  it('what is missing is said beside its question and above the form', async () => {
    const { answers, sent } = phone()
    const { user } = await open(answers)
    await why()
    await user.clear(screen.getByRole('textbox', { name: /How many hours a month/ }))
    await user.click(screen.getByRole('button', { name: 'Check your answers' }))
    const summary = await screen.findByRole('alert')
    for (const said of [
      'Say why it matters to the people you work with',
      'Enter how many hours a month you could give, like 10',
      'Choose whether you come alone or with others',
    ]) {
      expect(within(summary).getByRole('link', { name: said })).toBeVisible()
    }
    expect(await why()).toBeInvalid()
    expect(sent).toEqual([])
  })

  it('the words left are counted over all answers, and 251 do not go out', async () => {
    const { user } = await open(phone().answers)
    const box = await why()
    await user.click(box)
    await user.paste(Array.from({ length: 250 }, () => 'care').join(' '))
    const bring = screen.getByRole('textbox', { name: /Anything else you bring/ })
    await user.type(bring, 'hall')
    expect(screen.getAllByText('You have 1 word too many').length).toBeGreaterThan(1)
    await user.click(screen.getByRole('radio', { name: 'On our own' }))
    await user.click(screen.getByRole('button', { name: 'Check your answers' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(/longer than 250 words/)
  })

  it('a flat battery without a signal loses nothing: the words are there again, and nothing was sent', async () => {
    const { answers, sent } = phone({ [`PATCH ${DRAFT}`]: { status: 503 } })
    const first = await open(answers)
    await first.user.type(await why(), 'Half a sentence on the bus')
    await waitFor(() => expect(JSON.stringify({ ...localStorage })).toContain('on the bus'))
    first.unmount()
    await open(answers)
    expect(await screen.findByText(/You began this on/)).toBeVisible()
    expect(await why()).toHaveValue('Half a sentence on the bus')
    expect(sent).toEqual([])
  })

  it('on a library computer nothing is kept', async () => {
    // biome-ignore lint/suspicious/noDocumentCookie: what a shared computer has
    document.cookie = 'here=shared'
    const { user, unmount } = await open(phone().answers)
    await user.type(await why(), 'Half a sentence')
    unmount()
    expect(Object.keys(localStorage)).toEqual([])
    // biome-ignore lint/suspicious/noDocumentCookie: and what it has no more
    document.cookie = 'here=; max-age=0'
  })

  it('too late is said plainly, and the words stay', async () => {
    const late = { type: 'about:blank', title: 'x', status: 409, code: 'challenges.closed' }
    const { user } = await open(phone({ [SEND]: { status: 409, body: late } }).answers)
    await user.type(await why(), 'We were nearly in time.')
    await user.click(screen.getByRole('radio', { name: 'On our own' }))
    await user.click(screen.getByRole('button', { name: 'Check your answers' }))
    await user.click(await screen.findByRole('button', { name: 'Send our answers' }))
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(await why()).toHaveValue('We were nearly in time.')
  })
})

describe('after it was sent', () => {
  it('Amina changes her answers at the version she saw', async () => {
    const changed: unknown[] = []
    const town = phone({
      [`PUT /interests/${interestJson(0).id}`]: ({ body }) => {
        changed.push(body)
        return { body: interestJson(0, { ...(body as object), version: 2 }) }
      },
    })
    town.hold([interestJson(0)])
    const { user } = await open(town.answers)
    await user.click(await screen.findByRole('button', { name: 'Change our answers' }))
    const box = await why()
    expect(box).toHaveValue('Nine of us look after someone.')
    await user.type(box, ' And two cannot come.')
    await user.click(screen.getByRole('button', { name: 'Check your answers' }))
    await user.click(await screen.findByRole('button', { name: 'Send our answers' }))
    expect(await screen.findByRole('region', { name: 'Done' })).toBeVisible()
    expect(changed).toHaveLength(1)
    expect(changed[0]).toMatchObject({ why: 'Nine of us look after someone. And two cannot come.' })
    expect(changed[0]).not.toHaveProperty('organisationId')
  })

  it('she takes it back after being asked once, and may send it again', async () => {
    const town = phone({
      [`POST /interests/${interestJson(0).id}/withdraw`]: () => {
        const back = interestJson(0, {
          state: 'withdrawn',
          can: { change: false, withdraw: false },
        })
        town.hold([back])
        return { body: back }
      },
    })
    town.hold([interestJson(0)])
    const { user } = await open(town.answers)
    await user.click(await screen.findByRole('button', { name: 'Take it back' }))
    await user.click(await screen.findByRole('button', { name: 'Yes, take them back' }))
    expect(await screen.findByText(/You took your answers back/)).toBeVisible()
    expect(await why()).toHaveValue('Nine of us look after someone.')
  })

  it('a colleague was first: theirs are shown and hers are kept', async () => {
    const refused = { type: 'x', title: 'x', status: 409, code: 'interests.already_expressed' }
    const town = phone({
      [SEND]: () => {
        town.hold([interestJson(0)])
        return { status: 409, body: refused }
      },
    })
    const { user } = await open(town.answers)
    await user.type(await why(), 'My own words on it.')
    await user.click(screen.getByRole('radio', { name: 'On our own' }))
    await user.click(screen.getByRole('button', { name: 'Check your answers' }))
    await user.click(await screen.findByRole('button', { name: 'Send our answers' }))
    expect(await screen.findByText(/A colleague sent other answers/)).toBeVisible()
    expect(screen.getByText('Nine of us look after someone.')).toBeVisible()
    expect(JSON.stringify({ ...localStorage })).toContain('My own words on it.')
  })

  it('a not this time comes with its reason, a door and a number to ring', async () => {
    const town = phone()
    town.hold([
      interestJson(0, {
        state: 'not-this-time',
        can: { change: false, withdraw: false },
        decision: {
          outcome: 'not-this-time',
          reason: 'Strong on people, thin on when you could start.',
          decidedAt: '2099-03-20T10:00:00.000Z',
        },
      }),
    ])
    await open(town.answers)
    expect(await screen.findByText('Strong on people, thin on when you could start.')).toBeVisible()
    expect(screen.getAllByRole('link', { name: '020 7946 0000' }).length).toBeGreaterThan(0)
    expect(screen.getByRole('link', { name: 'See the open challenges' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Change our answers' })).toBeNull()
  })
})

describe('what the page says before it asks (EI2, FR-14)', () => {
  it('how long it took others stands there once five were counted, and the promise until then', async () => {
    const place = { count: 23, p50Seconds: 421, p90Seconds: 800 }
    const { unmount } = await open({
      ...phone().answers,
      [TIMES]: { body: { place, challenge: null } },
    })
    expect(await screen.findByText('About 8 minutes, five questions')).toBeVisible()
    expect(screen.getByText(/Half of those who answered here/)).toHaveTextContent(
      'needed 8 minutes or less, nine in ten 14 minutes or less. Counted over 23 answers.',
    )
    unmount()
    await open(phone().answers)
    expect(await screen.findByText(/Our promise is 10 minutes/)).toBeVisible()
  })

  it('who reads it and when one hears comes before the first question', async () => {
    await open(phone().answers)
    const who = await screen.findByText(/reads every answer at once, after/)
    expect(who).toHaveTextContent('You hear by Wednesday 1 April 2099.')
    expect(who.compareDocumentPosition(await why()) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  })

  it('a “no” says kindly that it may not fit and whom to ask, keeps nobody out, and goes nowhere', async () => {
    const asks = {
      ...challengeJson,
      eligibility: ['Do you work in Elmside?', 'Can you start by May?'],
    }
    const town = phone({ [`GET /challenges/${challengeJson.slug}`]: { body: asks } })
    const { user } = await open(town.answers)
    const first = await screen.findByRole('group', { name: 'Do you work in Elmside?' })
    expect(
      first.compareDocumentPosition(await why()) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy()
    await user.click(within(first).getByRole('radio', { name: 'No' }))
    expect(screen.getByText('This may not fit you')).toBeVisible()
    expect(screen.getByText(/Ring Ines, 020 7946 0000, or go on all the same/)).toBeVisible()
    await user.click(within(first).getByRole('radio', { name: 'Yes' }))
    const second = screen.getByRole('group', { name: 'Can you start by May?' })
    await user.click(within(second).getByRole('radio', { name: 'Yes' }))
    expect(screen.getByText('It looks as if this fits you.')).toBeVisible()
    await user.click(within(second).getByRole('radio', { name: 'No' }))
    await user.type(await why(), 'We start in June, and know everybody.')
    await user.click(screen.getByRole('radio', { name: 'On our own' }))
    await user.click(screen.getByRole('button', { name: 'Check your answers' }))
    await user.click(await screen.findByRole('button', { name: 'Send our answers' }))
    await screen.findByRole('region', { name: 'Done' })
    expect(JSON.stringify([town.sent, town.kept, { ...localStorage }])).not.toMatch(
      /fits|Elmside\?/,
    )
  })
})

describe('nothing is asked twice (J-08, FR-12)', () => {
  const rich = {
    ...capacityJson,
    spareHoursPerMonth: 20,
    notBefore: '2098-05-01',
    otherSkills: 'We speak Somali',
    premises: [{ name: 'Elmside hall', seats: 40, stepFree: true, kitchen: false, costPence: 0 }],
    reach: [{ community: 'Somali carers', people: 60, how: 'trusted-contact' }],
    possibleWith: ['travel'],
    confirmedAt: '2026-11-01T10:00:00.000Z',
  }

  it('hours, from when, skills, rooms, people and needs stand there, each marked as from the profile', async () => {
    await open(phone({ [`GET /organisations/${CARERS_ID}/capacity`]: { body: rich } }).answers)
    await why()
    const hours = screen.getByRole('textbox', { name: /How many hours a month/ })
    const note = screen.getByRole('textbox', { name: /Anything else you bring/ })
    expect(hours).toHaveValue('20')
    expect(note).toHaveValue(
      'We speak Somali. About 60 Somali carers who trust us. Elmside hall, 40 seats, no steps.',
    )
    expect(screen.getByRole('checkbox', { name: 'Caring and support' })).toBeChecked()
    expect(screen.getByRole('checkbox', { name: 'Travel costs' })).toBeChecked()
    expect(screen.getByLabelText('Year')).toHaveValue('2098')
    for (const field of [hours, note]) {
      expect(field).toHaveAccessibleDescription(/From your profile/)
    }
    expect(screen.getAllByText(/From your profile/)).toHaveLength(5)
  })

  it('a group without a profile finds what it sent to another challenge', async () => {
    const town = phone({
      [`GET /organisations/${CARERS_ID}/capacity`]: {
        body: { ...capacityJson, spareHoursPerMonth: null, skills: [] },
      },
    })
    const other = interestJson(0, { hoursPerMonth: 9, bring: ['cooking'] })
    town.hold([{ ...other, challenge: { ...other.challenge, id: PLACE_ID } }])
    await open(town.answers)
    await why()
    expect(screen.getByRole('textbox', { name: /How many hours a month/ })).toHaveValue('9')
    expect(screen.getByRole('checkbox', { name: 'Cooking' })).toBeChecked()
    expect(screen.getAllByText(/From your last answers/)).toHaveLength(2)
    expect(await why()).toHaveValue('')
  })

  it('three answers are all that whoever has a profile must still give, and one click shows which', async () => {
    const { user } = await open(phone().answers)
    await why()
    await user.clear(screen.getByRole('textbox', { name: /How many hours a month/ }))
    await user.click(screen.getByRole('button', { name: 'Check your answers' }))
    expect(within(await screen.findByRole('alert')).getAllByRole('link')).toHaveLength(3)
  })
})

describe('another phone, another colleague (EI1)', () => {
  it('what Lou began is there, with her name, and is said not to be sent', async () => {
    const lous = keptJson({ why: 'Lou’s words', together: 'alone' }, { by: 'Lou', mine: false })
    await open(phone({ [`GET ${DRAFT}`]: { body: { draft: lous } } }).answers)
    expect(await why()).toHaveValue('Lou’s words')
    expect(screen.getByText(/Lou began this on .* not been sent yet/)).toBeVisible()
    expect(screen.getByRole('radio', { name: 'On our own' })).toBeChecked()
  })

  it('only what changed is kept, and the page says where it is and that it is not sent', async () => {
    const town = phone()
    const { user } = await open(town.answers)
    await user.type(await why(), 'Half')
    expect(
      await screen.findByText(
        /Kept at .* Anyone in Carers of Elmside can go on .* not sent yet/,
        {},
        WAIT,
      ),
    ).toBeVisible()
    await user.click(screen.getByRole('radio', { name: 'On our own' }))
    await waitFor(() => expect(town.kept.length).toBeGreaterThan(1), WAIT)
    expect(town.kept.at(-1)).toMatchObject({ answers: { together: 'alone' }, seen: 1 })
    expect(town.kept.at(-1)?.answers).not.toHaveProperty('why')
  })

  it('a colleague who writes at the same time is named, and her words come into the form', async () => {
    const draft = keptJson({ why: 'Half', bringNote: 'From Lou' }, { version: 7 })
    const meanwhile = { by: 'Lou', at: '2026-11-20T10:00:00.000Z' }
    const town = phone({ [`PATCH ${DRAFT}`]: { body: { draft, meanwhile } } })
    const { user } = await open(town.answers)
    await user.type(await why(), 'Half')
    expect(await screen.findByText('Lou has been writing here too', {}, WAIT)).toBeVisible()
    expect(screen.getByRole('textbox', { name: /Anything else you bring/ })).toHaveValue('From Lou')
    expect(await why()).toHaveValue('Half')
  })

  it('whoever wants to begin anew is asked once, and then it is gone everywhere', async () => {
    const gone: string[] = []
    const town = phone({
      [`GET ${DRAFT}`]: () => ({ body: { draft: gone.length ? null : keptJson({ why: 'Old' }) } }),
      [`DELETE ${DRAFT}`]: ({ url }) => {
        gone.push(url)
        return { status: 204 }
      },
    })
    const { user } = await open(town.answers)
    await user.click(await screen.findByRole('button', { name: 'Start again from nothing' }))
    await user.click(await screen.findByRole('button', { name: 'Yes, start again' }))
    await waitFor(async () => expect(await why()).toHaveValue(''))
    expect(gone).toEqual([expect.stringContaining(`organisationId=${CARERS_ID}`)])
  })

  it('once it is sent nothing is kept any more', async () => {
    const town = phone()
    const { user } = await open(town.answers)
    await user.type(await why(), 'None of us has had a Saturday off.')
    await user.click(screen.getByRole('radio', { name: 'On our own' }))
    await user.click(screen.getByRole('button', { name: 'Check your answers' }))
    await user.click(await screen.findByRole('button', { name: 'Send our answers' }))
    await screen.findByRole('region', { name: 'Done' })
    const before = town.kept.length
    window.dispatchEvent(new Event('pagehide'))
    expect([town.kept.length, Object.keys(localStorage)]).toEqual([before, []])
  })
})

describe('by voice (EI1)', () => {
  const note = {
    ...{ id: CARERS_ID, question: 'why', mediaType: 'audio/webm', seconds: 1 },
    recordedAt: '2026-11-20T10:00:00.000Z',
  }
  const RECORD = `PUT /challenges/${CHALLENGE_ID}/voice-notes`

  /** What jsdom has none of: a microphone and a recorder. */
  class Phone {
    static isTypeSupported = (type: string) => type.startsWith('audio/webm')
    ondataavailable: (event: { data: Blob }) => void = () => undefined
    onstop: () => void = () => undefined
    start() {}
    stop() {
      this.ondataavailable({ data: new Blob(['a voice']) })
      this.onstop()
    }
  }
  const stopped = vi.fn()
  const microphone = (getUserMedia: () => Promise<unknown>) => {
    vi.stubGlobal('MediaRecorder', Phone)
    Object.defineProperty(navigator, 'mediaDevices', {
      configurable: true,
      value: { getUserMedia },
    })
  }
  const works = async () => ({ getTracks: () => [{ stop: stopped }] })
  afterEach(() => {
    vi.unstubAllGlobals()
    stopped.mockClear()
    Reflect.deleteProperty(navigator, 'mediaDevices')
  })
  const say = () => screen.findByRole('button', { name: /Say it instead 1\. Why does this/ })

  it('Amina speaks, stops, is told that she types the words herself, and lets go of the microphone', async () => {
    microphone(works)
    const urls: string[] = []
    const town = phone({
      [RECORD]: ({ url }) => {
        urls.push(url)
        return { body: note }
      },
    })
    const { user } = await open(town.answers)
    await user.click(await say())
    const stop = await screen.findByRole('button', { name: 'Stop' })
    expect(stop).toHaveFocus()
    expect(screen.getByRole('timer')).toHaveTextContent('0:00 of 1:00')
    expect(screen.getByText('Recording. It stops by itself after a minute.')).toBeVisible()
    await user.keyboard('{Enter}')
    expect(await screen.findByText('Recorded, 1 second.')).toBeVisible()
    expect(
      screen.getByText(/We do not turn speech into text for you; type a few words/),
    ).toBeVisible()
    expect(screen.getByText(/Only people of your own organisation can hear it/)).toBeVisible()
    expect(stopped).toHaveBeenCalled()
    expect(urls).toEqual([expect.stringMatching(/question=why&seconds=1$/)])
  })

  it('a voice without words waits: the form says beside the question that they are missing', async () => {
    const spoken = { ...note, question: 'needNote' }
    const town = phone({ [VOICES]: { body: { items: [spoken] } } })
    const { user } = await open(town.answers)
    await user.type(await why(), 'None of us has had a Saturday off.')
    await screen.findByRole('button', { name: /Listen Anything else you need/ })
    await user.click(screen.getByRole('radio', { name: 'On our own' }))
    await user.click(screen.getByRole('button', { name: 'Check your answers' }))
    const summary = await screen.findByRole('alert')
    expect(
      within(summary).getByRole('link', { name: 'Type a few words beside the recording' }),
    ).toBeVisible()
    expect(town.sent).toEqual([])
  })

  it('what was recorded is not lost when it cannot be saved at once', async () => {
    microphone(works)
    let signal = false
    const town = phone({ [RECORD]: () => (signal ? { body: note } : { status: 503, body: {} }) })
    const { user } = await open(town.answers)
    await user.click(await say())
    await user.click(await screen.findByRole('button', { name: 'Stop' }))
    expect(await screen.findByText(/not saved yet. It is still here/)).toBeVisible()
    signal = true
    await user.click(screen.getByRole('button', { name: 'Save it again' }))
    expect(await screen.findByText('Recorded, 1 second.')).toBeVisible()
  })

  it.each([
    ['a refused microphone', 'NotAllowedError', /We may not use the microphone/],
    ['no microphone', 'NotFoundError', /We found no microphone here/],
  ])('%s is said kindly, with another way', async (_, name, sentence) => {
    microphone(() => Promise.reject(new DOMException('x', name)))
    const { user } = await open(phone().answers)
    await user.click(await say())
    expect(await screen.findByText(sentence)).toBeVisible()
    expect(await say()).toBeVisible()
  })

  it('a browser that cannot record says so', async () => {
    const { user } = await open(phone().answers)
    await user.click(await say())
    expect(await screen.findByText(/This browser cannot record/)).toBeVisible()
  })

  it('it is heard, and thrown away', async () => {
    Object.assign(URL, { createObjectURL: () => 'blob:here', revokeObjectURL: () => undefined })
    let items: object[] = [note]
    const town = phone({
      [VOICES]: () => ({ body: { items } }),
      [`GET /voice-notes/${note.id}`]: { body: 'sound' },
      [`DELETE /voice-notes/${note.id}`]: () => {
        items = []
        return { status: 204 }
      },
    })
    const { user } = await open(town.answers)
    await user.click(await screen.findByRole('button', { name: /Listen 1\. Why/ }))
    expect(await screen.findByLabelText(/Your recording: 1\. Why/)).toHaveAttribute(
      'src',
      'blob:here',
    )
    await user.click(screen.getByRole('button', { name: /Throw it away 1\. Why/ }))
    expect(await say()).toBeVisible()
  })
})
