import { ProblemError } from '@howcanwe/shared/http'
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useAutosave } from './use-autosave.ts'

const refusal = (status: number, code: string) =>
  new ProblemError({ type: 'about:blank', title: 'No', status, code })
const AT = new Date('2027-03-04T14:02:00Z')
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const setUp = (save: (value: string) => Promise<Date>) =>
  renderHook(() => useAutosave<string>({ save }))

describe('someone who is writing', () => {
  it('has it saved once, a second and a half after the last word', async () => {
    const save = vi.fn(async (_: string) => AT)
    const { result } = setUp(save)
    act(() => result.current.change('a'))
    await pass(1000)
    act(() => result.current.change('ab'))
    await pass(1000)
    expect(save).not.toHaveBeenCalled()
    await pass(600)
    expect(save.mock.calls).toEqual([['ab']])
    expect(result.current.state).toEqual({ kind: 'saved', at: AT })
  })

  it('who leaves the page has the last words saved at once', async () => {
    const save = vi.fn(async (_: string) => AT)
    const { result } = setUp(save)
    act(() => result.current.change('half a sen'))
    act(() => {
      window.dispatchEvent(new Event('pagehide'))
    })
    expect(save).toHaveBeenCalledWith('half a sen')
    await pass(0)
  })

  it('never has an older text overtake a newer one', async () => {
    const ends: (() => void)[] = []
    const save = vi.fn((_: string) => new Promise<Date>((done) => ends.push(() => done(AT))))
    const { result } = setUp(save)
    act(() => result.current.change('one'))
    await pass(1500)
    act(() => result.current.change('two'))
    await pass(3000)
    expect(save.mock.calls).toEqual([['one']])
    ends[0]?.()
    await pass(0)
    expect(save.mock.calls).toEqual([['one'], ['two']])
    ends[1]?.()
    await pass(0)
    expect(result.current.state.kind).toBe('saved')
  })

  it('without a signal is told so, and it is sent by itself when the signal is back', async () => {
    const save = vi.fn(async (_: string) => AT).mockRejectedValueOnce(refusal(0, 'request.offline'))
    const { result } = setUp(save)
    act(() => result.current.change('kept'))
    await pass(1500)
    expect(result.current.state.kind).toBe('offline')
    act(() => {
      window.dispatchEvent(new Event('online'))
    })
    await pass(0)
    expect(save).toHaveBeenLastCalledWith('kept')
    expect(result.current.state.kind).toBe('saved')
  })

  it('meets a broken server: it tries again after 2 seconds, then 4', async () => {
    const save = vi.fn(async (_: string) => AT)
    save.mockRejectedValueOnce(refusal(503, 'server.unexpected'))
    save.mockRejectedValueOnce(refusal(503, 'server.unexpected'))
    const { result } = setUp(save)
    act(() => result.current.change('kept'))
    await pass(1500)
    await pass(2000)
    expect(save).toHaveBeenCalledTimes(2)
    await pass(3900)
    expect(save).toHaveBeenCalledTimes(2)
    await pass(200)
    expect(save).toHaveBeenCalledTimes(3)
    expect(result.current.state.kind).toBe('saved')
  })

  it('at the same time as a colleague is asked, and nothing is overwritten meanwhile', async () => {
    const save = vi.fn(async (_: string) => AT).mockRejectedValueOnce(refusal(412, 'request.stale'))
    const { result } = setUp(save)
    act(() => result.current.change('mine'))
    await pass(1500)
    expect(result.current.state.kind).toBe('conflict')
    act(() => result.current.change('mine still'))
    await pass(60_000)
    expect(save).toHaveBeenCalledTimes(1)
    act(() => result.current.settle('agreed'))
    await pass(0)
    expect(save).toHaveBeenLastCalledWith('agreed')
    expect(result.current.state.kind).toBe('saved')
  })

  it('is told when the service says no, with the refusal for the fields, and no retry by itself', async () => {
    const no = refusal(400, 'request.invalid')
    const save = vi.fn(async (_: string) => AT).mockRejectedValueOnce(no)
    const { result } = setUp(save)
    act(() => result.current.change('x'))
    await pass(120_000)
    expect(save).toHaveBeenCalledTimes(1)
    expect(result.current.state.kind).toBe('not-saved')
    expect(result.current.error).toBe(no)
  })
})
