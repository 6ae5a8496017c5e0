import type { Purpose, SubjectKind } from '@howcanwe/shared/consents'
import type { Database } from '../../db/database.ts'
import { supporterNow } from '../../http/through.ts'
import { refuse } from './consents.errors.ts'
import * as q from './consents.queries.ts'
import { asShown, languageOf, wordingOf } from './consents.rules.ts'
import type { WordingVersion } from './consents.wordings.ts'

export interface Given {
  placeId: string | null
  subject: { kind: SubjectKind; id: string }
  /** The group or organisation it is given for. */
  aboutId?: string
  purpose: Purpose
  version: string
  language: string
  /** Whose name the words held. */
  name?: string
}

/** @throws consents.wording_unknown when no such words were ever shown */
export function requireWording(purpose: Purpose, version: string): WordingVersion {
  const wording = wordingOf(purpose, version)
  if (!wording) throw refuse('consents.wording_unknown')
  return wording
}

/**
 * Writes down that somebody agreed, in the transaction of what they agreed to (PE5): the whole text as it was shown,
 * its version and language; when is the database's word.
 *
 * @throws consents.wording_unknown when no such words were ever shown
 */
export async function give(tx: Database, given: Given): Promise<void> {
  const wording = requireWording(given.purpose, given.version)
  const language = languageOf(given.language)
  await q.addConsent(tx, {
    placeId: given.placeId,
    subjectKind: given.subject.kind,
    subjectId: given.subject.id,
    aboutId: given.aboutId ?? null,
    purpose: given.purpose,
    wording: asShown(wording, language, given.name ?? ''),
    wordingVersion: wording.version,
    language,
    how: supporterNow() ? 'supporter' : 'form',
  })
}

/** Takes back everything somebody agreed to, or one purpose or thing of it, because what it was for is over. */
export async function endConsents(
  tx: Database,
  subject: Given['subject'],
  purpose?: Purpose,
  aboutId?: string,
): Promise<void> {
  await q.markWithdrawn(tx, subject, purpose, aboutId)
}

/** The consent that goes with somebody's own number: a new number is a new consent, none is none. */
export async function phoneChanged(
  tx: Database,
  change: { personId: string; language: string; consentVersion: string | null },
): Promise<void> {
  const subject = { kind: 'person', id: change.personId } as const
  await endConsents(tx, subject, 'phone')
  if (change.consentVersion !== null)
    await give(tx, {
      placeId: null,
      subject,
      purpose: 'phone',
      version: change.consentVersion,
      language: change.language,
    })
}
