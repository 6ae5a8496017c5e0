import { type chooseFormats, FORMATS, type Format, type MyFormats } from '@howcanwe/shared/formats'
import type * as z from 'zod/mini'
import { type Database, inTransaction } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { refuse } from '../http/app-error.ts'
import { record } from '../modules/audit/index.ts'
import { placesUnder } from '../modules/codesign/index.ts'
import { endConsents, give } from '../modules/consents/index.ts'
import { lockPerson, person, putFormats } from '../modules/identity/index.ts'

/** How somebody likes to read and follow, and in which groups it stands beside their name. */
export async function formatsOf(db: Database, personId: string): Promise<MyFormats> {
  const row = await person(db, personId)
  if (!row) throw refuse('auth.required')
  const places = await placesUnder(db, personId)
  const isSeen = ({ joinedAt }: { joinedAt: Date }) =>
    row.formatsAt !== null && joinedAt <= row.formatsAt
  return {
    formats: row.formats,
    seenIn: places.filter(isSeen).map((p) => p.group),
    notYetIn: places.filter((p) => !isSeen(p)).map((p) => p.group),
    version: row.version,
  }
}

interface Choice {
  personId: string
  requestId: string
  version: number
  body: z.output<typeof chooseFormats>
}

/**
 * Keeps how somebody likes to read and follow, with the words they agreed to (PE5); an empty list takes both back.
 * The trail says that something was chosen, never what.
 *
 * @throws request.stale · request.invalid without the version of those words · consents.wording_unknown
 */
export async function choose(deps: Deps, choice: Choice): Promise<MyFormats> {
  await inTransaction(deps.db, async (tx) => {
    const before = await lockPerson(tx, choice.personId)
    if (!before) throw refuse('auth.required')
    if (before.version !== choice.version)
      throw refuse('request.stale', { currentVersion: before.version })
    const formats = FORMATS.filter((format) => choice.body.formats.includes(format))
    if (formats.length === 0 && before.formats.length === 0) return
    await putFormats(tx, before.id, formats)
    await agree(tx, choice, before.language, formats)
    await record(tx, {
      placeId: null,
      actorId: before.id,
      action: 'identity.formats-chosen',
      subject: { kind: 'person', id: before.id },
      after: { version: before.version + 1, any: formats.length > 0 },
      requestId: choice.requestId,
    })
  })
  return formatsOf(deps.db, choice.personId)
}

async function agree(tx: Database, { personId, body }: Choice, language: string, to: Format[]) {
  const subject = { kind: 'person', id: personId } as const
  if (to.length === 0) return endConsents(tx, subject, 'formats')
  const { consentVersion: version } = body
  if (!version)
    throw refuse('request.invalid', {
      fields: [{ pointer: '#/body/consentVersion', code: 'required' }],
    })
  return give(tx, { placeId: null, subject, purpose: 'formats', version, language })
}
