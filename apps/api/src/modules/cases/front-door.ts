import type { ActionKind } from '@howcanwe/shared/cases'
import type { Database } from '../../db/database.ts'
import { openCaseAbout, putAction } from './cases.queries.ts'

/**
 * What a broker did elsewhere, as a line of the log, in the transaction that did it: in the newest open case about the
 * same organisation, entry or challenge, or without a case where there is none. Write ids' worth of it into the public
 * record yourself; nothing of this line goes there.
 *
 * The database refuses whoever brokers nothing there (HW112) or stands for a party (HW111).
 */
export async function noteAction(
  tx: Database,
  action: {
    placeId: string
    brokerId: string
    kind: ActionKind
    challengeId?: string | undefined
    organisationId?: string | undefined
    /** The other of two, where it is about two: nobody of either reads the line. */
    otherOrganisationId?: string | undefined
    registerEntryId?: string | undefined
    whoAsked?: string
    consentReference?: string
    /** 0 to 600. */
    minutes?: number
    outcome?: string
  },
): Promise<void> {
  const caseId = await openCaseAbout(tx, action)
  await putAction(tx, { ...action, caseId: caseId ?? null })
}
