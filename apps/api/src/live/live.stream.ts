import { PassThrough } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** Bytes that may wait for one slow phone before it is let go; it reads everything again when it is back. */
const BEHIND_BYTES = 64 * 1024

/** One screen that looks. */
export interface Looking {
  send(event: string, data: object): void
  /** Keeps routers on the way from closing what looks idle. */
  beat(): void
  end(): void
  onGone(then: () => void): void
  readonly body: PassThrough
}

/** A stream of server-sent events (HTML Living Standard §9.2); whoever comes back reads everything again. */
export function openStream(): Looking {
  const body = new PassThrough({ highWaterMark: BEHIND_BYTES })
  let count = 0
  const write = (chunk: string) => {
    if (body.destroyed || body.writableEnded) return
    if (body.writableLength > BEHIND_BYTES) body.destroy()
    else body.write(chunk)
  }
  return {
    body,
    send: (event, data) => {
      count += 1
      write(`id: ${count}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    },
    beat: () => write(': here\n\n'),
    end: () => body.end(),
    onGone: (then) => void body.once('close', then),
  }
}

/** Headers a stream needs on its way through routers and browsers; those of every answer are added by hooks. */
export const streamHeaders = (reply: FastifyReply): FastifyReply =>
  reply
    .type('text/event-stream; charset=utf-8')
    .header('cache-control', 'private, no-store, no-transform')
    .header('x-accel-buffering', 'no')
    // Kept alive after its end, it would keep a process that stops from stopping.
    .header('connection', 'close')
