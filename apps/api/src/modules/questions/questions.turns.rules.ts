import { createHmac } from 'node:crypto'
import { TURN_NUMBERS } from '@howcanwe/shared/questions'

/**
 * The number of a network address for one challenge on one day. Neither the day's key nor the application's secret is
 * enough to work it out, and a thousandth of all addresses shares each: it tells that somebody asks a lot, not who.
 *
 * @param keys the day's, drawn by lot and thrown away with the day; and the application's own, base64
 * @param caller the network address, of IPv6 the household's
 */
export function turnOf(
  keys: { day: Buffer; own: string },
  challengeId: string,
  caller: string,
): number {
  const key = createHmac('sha256', Buffer.from(keys.own, 'base64')).update(keys.day).digest()
  const sum = createHmac('sha256', key).update(`question-turn\0${challengeId}\0${caller}`).digest()
  return sum.readUInt32BE() % TURN_NUMBERS
}
