import type { ActionKind } from '@howcanwe/shared/cases'
import type { Database } from '../../db/database.ts'
import { openCaseAbout, putAction } from './cases.queries.ts'
import { putEntry } from './typed.queries.ts'

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

/**
 * A spoken answer about an introduction, written down in the transaction that answers. Its own people read that it was;
 * of the log it is one line without case, name or question, the same for a yes and a no (BR3).
 *
 * The database refuses whoever is not neutral (HW111, HW112), belongs to one of the two (HW113), or writes for somebody
 * who can answer (HW145).
 */
export async function noteTyped(
  tx: Database,
  {
    brokerId,
    minutes,
    ...entry
  }: {
    placeId: string
    introductionId: string
    organisationId: string
    brokerId: string
    whoAsked: string
    minutes: number
  },
): Promise<void> {
  await putEntry(tx, { ...entry, what: 'introduction', typedBy: brokerId, told: 'slip' })
  await noteAction(tx, { placeId: entry.placeId, brokerId, kind: 'typed-for', minutes })
}
