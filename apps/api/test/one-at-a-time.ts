import pg from 'pg'

/** What the driver keeps to itself: the question under way on a connection, and those that wait behind it. */
interface Busy {
  _activeQuery: unknown
  _queryQueue: readonly unknown[]
}
type Ask = (this: pg.Client & Busy, ...args: unknown[]) => unknown

const client = pg.Client.prototype as unknown as { query: Ask }
const ask = client.query

/**
 * A connection takes one question at a time. The driver still lets a second one wait and refuses it from its next major
 * version on; here it is refused already, so that nobody asks two things at once within a transaction.
 */
client.query = function (...args) {
  if (this._activeQuery || this._queryQueue.length > 0)
    throw new Error('two questions at once on one connection: ask one after the other')
  return ask.apply(this, args)
}
