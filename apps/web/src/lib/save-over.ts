import { statusOf } from './errors.ts'

/** So often something else of it may change between reading and saving before the person is asked. */
const TRIES = 4

/**
 * Saves over what somebody had in sight. Where only other parts of it changed meanwhile, saves over the newest; where
 * what they write themselves did, nothing is saved.
 *
 * @throws request.stale where somebody else changed the very same; whatever else `save` refuses
 */
export async function saveOver<T, R>(of: {
  seen: T
  read: () => Promise<T>
  /** What the person writes, of the whole. */
  own: (of: T) => unknown
  save: (over: T) => Promise<R>
}): Promise<R> {
  const before = JSON.stringify(of.own(of.seen))
  let over = of.seen
  for (let n = 1; ; n++) {
    try {
      return await of.save(over)
    } catch (error) {
      if (statusOf(error) !== 412) throw error
      over = await of.read()
      if (n >= TRIES || JSON.stringify(of.own(over)) !== before) throw error
    }
  }
}
