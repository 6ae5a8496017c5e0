import { AsyncLocalStorage } from 'node:async_hooks'

const presser = new AsyncLocalStorage<string>()

/** Runs a piece of work in which every event of the record also says who pressed for whom. */
export const through = <T>(supporterId: string | undefined, work: () => T): T =>
  supporterId === undefined ? work() : presser.run(supporterId, work)

/** Who presses for somebody else just now; undefined where people act for themselves. */
export const supporterNow = (): string | undefined => presser.getStore()
