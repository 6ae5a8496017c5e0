import { openDatabase } from '../db/database.ts'
import { places } from '../modules/places/places.table.ts'
import { loadDemo } from './demo.load.ts'

export { DEMO_PEOPLE } from './demo.people.ts'

/** Loads the demo place into an empty installation; leaves any other alone. */
export async function seedDemo(databaseUrl: string): Promise<'loaded' | 'already there'> {
  const database = openDatabase({ url: databaseUrl, max: 2, statementTimeout: 60_000 })
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
