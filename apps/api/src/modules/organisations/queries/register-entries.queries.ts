import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { gssAreas } from '../../places/gss.table.ts'
import { registerEntries } from '../../register/register.table.ts'

/** Whether a number stands in the imported register today; a company number may stand beside a charity's. */
export async function standsInRegister(
  db: Database,
  { scheme, value }: { scheme: string; value: string },
): Promise<boolean> {
  const number =
    scheme === 'GB-COH'
      ? eq(registerEntries.companyNumber, value)
      : and(eq(registerEntries.scheme, scheme), eq(registerEntries.identifier, value))
  const [row] = await db
    .select({ id: registerEntries.id })
    .from(registerEntries)
    .where(and(number, eq(registerEntries.status, 'registered')))
    .limit(1)
  return row !== undefined
}

/** Names of official areas by their code. */
export async function areaNames(
  db: Database,
  codes: readonly string[],
): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await db
    .select({ code: gssAreas.code, name: gssAreas.name })
    .from(gssAreas)
    .where(inArray(gssAreas.code, [...codes]))
  return new Map(rows.map((r) => [r.code, r.name]))
}
