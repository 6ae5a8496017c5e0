import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CARERS_ID, CHALLENGE_ID } from '../../../test/town.ts'
import { open, phone, VOICES, why } from './express-interest.fixture.tsx'

beforeEach(() => localStorage.clear())

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
