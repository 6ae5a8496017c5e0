import type { Config } from '../../config.ts'
import { SEND_LIMIT_MS, type Send } from './notifications.usecases.ts'

/** The gateway did not take a text. Its name alone is kept: no number, no answer. */
export class GatewayRefused extends Error {
  override name = 'GatewayRefused'
}

/** A text waits here and nothing is set up to send it. */
export class TextsOff extends Error {
  override name = 'TextsOff'
}

type Gateway = Extract<Config['sms'], { kind: 'http' }>

/**
 * Hands a text to an HTTPS gateway as `{ id, to, from, text }`. Any 2xx means taken; anything else fails and is tried
 * again with the same Idempotency-Key, so that a gateway that keeps it sends once. No redirect is followed: the
 * token and the number are for this address alone.
 *
 * @throws GatewayRefused · TimeoutError after ten seconds
 */
export const gateway =
  ({ url, token, from }: Gateway): Send =>
  async ({ id, to, text }) => {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(SEND_LIMIT_MS),
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': id,
      },
      body: JSON.stringify({ id, to, from, text }),
    })
    await answer.body?.cancel()
    if (!answer.ok) throw new GatewayRefused()
  }
