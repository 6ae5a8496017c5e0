import { describe, expect, it, vi } from 'vitest'
import { blocksIn, lookLive } from './live.ts'

describe('a stream of server-sent events', () => {
  it('is read block by block, also where a block comes in two parts', () => {
    const first = blocksIn(
      'retry: 2\n\n: here\n\nid: 1\nevent: here\ndata: {}\n\nid: 2\nevent: ans',
    )
    expect(first.events).toEqual([{ name: 'here', data: {} }])
    const second = blocksIn(`${first.left}wered\ndata: {"id":"a","answered":3}\n\n`)
    expect(second).toEqual({
      events: [{ name: 'answered', data: { id: 'a', answered: 3 } }],
      left: '',
    })
  })

  it('says nothing of what it cannot read', () => {
    expect(blocksIn('event: answered\ndata: {\n\n').events).toEqual([])
  })

  it('comes back when the line breaks, and stops for good where it is refused', async () => {
    const told = (text: string) => new Response(text, { status: 200 })
    const raw = vi
      .fn()
      .mockResolvedValueOnce(told('event: here\ndata: {}\n\n'))
      .mockResolvedValueOnce(told('event: here\ndata: {}\n\nevent: decision\ndata: {"id":"a"}\n\n'))
      .mockResolvedValue(new Response('', { status: 403 }))
    const seen: string[] = []
    const states: boolean[] = []
    const stop = lookLive({
      api: { raw, renew: async () => true, hadSession: true },
      signedIn: true,
      url: '/api/v1/groups/g/live',
      onEvent: ({ name }) => seen.push(name),
      onState: (isOpen) => states.push(isOpen),
    })
    await vi.waitFor(() => expect(raw).toHaveBeenCalledTimes(3), { timeout: 8_000 })
    stop()
    expect(seen).toEqual(['here', 'here', 'decision'])
    expect(states.slice(0, 3)).toEqual([true, false, true])
  }, 10_000)
})
