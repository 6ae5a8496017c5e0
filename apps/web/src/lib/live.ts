import type { Api } from './api.ts'

export interface LiveEvent {
  name: string
  data: Record<string, unknown>
}

interface Live {
  api: Pick<Api, 'raw' | 'renew' | 'hadSession'>
  signedIn: boolean
  url: string
  onEvent: (event: LiveEvent) => void
  onState: (isOpen: boolean) => void
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000
/** The service says something every twenty seconds; longer silence is a line that died. */
const SILENT_MS = 50_000

/** Blocks of a stream of server-sent events, and what is left of one that has not ended. */
export function blocksIn(text: string): { events: LiveEvent[]; left: string } {
  const blocks = text.split('\n\n')
  const left = blocks.pop() ?? ''
  const events = blocks.flatMap((block) => {
    const name = /^event: (.*)$/m.exec(block)?.[1]
    if (!name) return []
    try {
      const data = JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '{}') as Record<string, unknown>
      return [{ name, data }]
    } catch {
      return []
    }
  })
  return { events, left }
}

/** Longer each time, and never the same for a whole hall. */
const waitFor = (tries: number): number =>
  Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS) * (0.5 + Math.random())

/**
 * Reads server-sent events and comes back by itself. Not an `EventSource`: that cannot carry the token of somebody who
 * is signed in; with the cookie of an opened place it is the same request.
 *
 * @returns hangs up
 */
export function lookLive({ api, signedIn, url, onEvent, onState }: Live): () => void {
  const stop = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let tries = 0

  const open = async (signal: AbortSignal): Promise<Response> => {
    const init = { signal, headers: { accept: 'text/event-stream' } }
    const known = signedIn && (await api.renew())
    return known ? api.raw(url, init) : fetch(url, { ...init, credentials: 'same-origin' })
  }
  const read = async (): Promise<boolean> => {
    const line = new AbortController()
    const hangUp = () => line.abort()
    stop.signal.addEventListener('abort', hangUp, { once: true })
    let silence = setTimeout(hangUp, SILENT_MS)
    try {
      const answer = await open(line.signal)
      if (!answer.ok || !answer.body) return answer.status >= 500 || answer.status === 429
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
      let left = ''
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return true
        clearTimeout(silence)
        silence = setTimeout(hangUp, SILENT_MS)
        const found = blocksIn(left + value)
        left = found.left
        for (const event of found.events) {
          if (event.name === 'here') {
            tries = 0
            onState(true)
          }
          onEvent(event)
        }
      }
    } finally {
      clearTimeout(silence)
      stop.signal.removeEventListener('abort', hangUp)
    }
  }
  const go = async (): Promise<void> => {
    const again = await read().catch(() => true)
    if (stop.signal.aborted) return
    onState(false)
    if (!again) return
    timer = setTimeout(() => void go(), waitFor(tries))
    tries += 1
  }
  void go()
  return () => {
    stop.abort()
    clearTimeout(timer)
  }
}
