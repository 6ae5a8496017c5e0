import { sql } from 'drizzle-orm'
import { type Database, inTransaction } from '../db/database.ts'
import { putAreas } from './setup.areas.ts'
import { putBodies } from './setup.bodies.ts'
import { putHolidays } from './setup.holidays.ts'
import { putPeople } from './setup.people.ts'
import { putPlace } from './setup.place.ts'
import { putPledges } from './setup.pledges.ts'
import type { SetupReport, Step } from './setup.report.ts'
import type { Run } from './setup.run.ts'
import type { SetupFile } from './setup.schemas.ts'
import { putState } from './setup.state.ts'

/** Any number; the same in every process, so that two runs take turns. */
const ADVISORY_LOCK = 7_426_202_612

/** Ends a dry run: everything was written, and is taken back. */
class Undone extends Error {
  readonly report: SetupReport

  constructor(report: SetupReport) {
    super('a dry run is taken back')
    this.report = report
  }
}

/**
 * Brings a place to what a file says: itself, its areas, public bodies, people and roles, each change with its trail,
 * all of it or nothing. Running it again changes nothing.
 *
 * @throws SetupRefused demo_place, host_taken, host_needed, place_ended
 */
export async function setUpPlace(
  db: Database,
  file: SetupFile,
  options: { dryRun?: boolean; endMissing?: boolean } = {},
): Promise<SetupReport> {
  const { dryRun = false, endMissing = false } = options
  try {
    return await inTransaction(db, async (tx) => {
      const steps: Step[] = []
      const say: Run['say'] = (what, about, more = '') => void steps.push({ what, about, more })
      const report = { placeId: await carryOut({ tx, file, endMissing, say }), steps }
      if (dryRun) throw new Undone(report)
      return report
    })
  } catch (error) {
    if (error instanceof Undone) return error.report
    throw error
  }
}

async function carryOut(run: Run): Promise<string> {
  // Commands connect without waiting for the disk; who holds which role is worth the wait.
  await run.tx.execute(sql`set local synchronous_commit to on`)
  await run.tx.execute(sql`select pg_advisory_xact_lock(${ADVISORY_LOCK})`)
  const placeId = await putPlace(run)
  await putHolidays(run, placeId)
  await putPledges(run, placeId)
  const areas = await putAreas(run, placeId)
  const bodies = await putBodies(run, placeId, areas)
  await putPeople(run, placeId, bodies)
  await putState(run, placeId)
  return placeId
}
