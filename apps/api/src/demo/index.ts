import { openDatabase } from '../db/database.ts'
import { places } from '../modules/places/places.table.ts'
import { loadDemo } from './demo.load.ts'

export { DEMO_PEOPLE } from './demo.people.ts'

/** Loads the demo place into an empty installation; leaves any other alone. */
export async function seedDemo(databaseUrl: string): Promise<'loaded' | 'already there'> {
  // The draw of the demo town is worked out within the transaction: on a busy machine longer than ten seconds.
  const patience = { statementTimeout: 60_000, idleInTransaction: 120_000 }
  const database = openDatabase({ url: databaseUrl, max: 2, ...patience })
  try {
    return await database.db.transaction(async (tx) => {
      if ((await tx.$count(places)) > 0) return 'already there'
      await loadDemo(tx)
      return 'loaded'
    })
  } finally {
    await database.close()
  }
}
