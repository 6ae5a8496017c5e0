import { desc, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { grants } from './grants.table.ts'

/** As many as one page of an organisation can bear. */
const SHOWN = 50

/** What funders say they gave to whoever carries one of these numbers, the newest first, 50 at most. */
export const grantsTo = async (db: Database, orgIds: readonly string[]) =>
  orgIds.length === 0
    ? []
    : db
        .select({
          id: grants.id,
          funder: grants.funderName,
          publisher: grants.publisher,
          licence: grants.licence,
          title: grants.title,
          currency: grants.currency,
          amountPence: grants.amountPence,
          awardedOn: grants.awardedOn,
        })
        .from(grants)
        .where(inArray(grants.recipientOrgId, [...orgIds]))
        .orderBy(desc(grants.awardedOn), grants.rawId)
        .limit(SHOWN)
