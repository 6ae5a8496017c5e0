import type { VoiceNote, VoiceQuestion } from '@howcanwe/shared/interests'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { lockOpenChallenge } from '../../challenges/index.ts'
import { destroy, openBytes, putAwayBytes } from '../../vault/index.ts'
import { type DraftKey, lockDraft } from '../drafts.queries.ts'
import { refuse } from '../interests.errors.ts'
import { mayChange } from '../interests.policy.ts'
import * as q from '../voice.queries.ts'
import { voiceTypeOf } from '../voice.rules.ts'
import { requireAnswering, requireOwnAnswers } from './who-answers.ts'

const FIELD = 'interests.voice'

const contextOf = (note: q.VoiceRow) => ({
  placeId: note.placeId,
  subjectId: note.id,
  field: FIELD,
})

const shown = ({ id, question, mediaType, seconds, createdAt }: q.VoiceRow): VoiceNote => ({
  ...{ id, question, mediaType, seconds },
  recordedAt: createdAt,
})

/** Which questions were spoken; the sound itself is asked for one by one. */
export async function voiceNotes(deps: Deps, actor: Actor, key: DraftKey): Promise<VoiceNote[]> {
  await requireOwnAnswers(deps.db, actor, key)
  return (await q.notesOf(deps.db, key)).map(shown)
}

/**
 * Keeps a spoken answer, sealed, in place of an earlier one to the same question. It belongs to the organisation's
 * answers, sent or not; only its members can hear it (EI1).
 *
 * @param input.sound the body as it came; its name and its first bytes have to agree
 * @throws interests.voice_unreadable · challenges.not_found · challenges.closed · challenges.wrong_state ·
 *   interests.not_your_organisation · interests.asks_itself
 */
export async function recordVoice(
  deps: Deps,
  actor: Actor,
  input: DraftKey & {
    question: VoiceQuestion
    seconds: number
    named: string | undefined
    sound: unknown
  },
): Promise<VoiceNote> {
  const { challengeId, organisationId, question, seconds, named, sound } = input
  const key = { challengeId, organisationId }
  const mediaType = voiceTypeOf(named, sound)
  if (!mediaType || !(sound instanceof Uint8Array)) throw refuse('interests.voice_unreadable')
  return inTransaction(deps.db, async (tx) => {
    const { placeId } = await requireOpenFor(tx, actor, key)
    const earlier = (await q.notesOf(tx, key)).filter((note) => note.question === question)
    await remove(tx, earlier)
    const note = await q.putNote(tx, {
      ...{ ...key, placeId, question, mediaType, seconds },
      bytes: sound.length,
      recordedBy: actor.personId,
    })
    await putAwayBytes(tx, deps.config.vaultKey, contextOf(note), sound)
    await trail(tx, actor, note, 'interests.voice-recorded')
    return shown(note)
  })
}

async function requireOpenFor(tx: Database, actor: Actor, key: DraftKey) {
  const challenge = await lockOpenChallenge(tx, key.challengeId)
  await requireAnswering(tx, actor, key.organisationId, challenge)
  await lockDraft(tx, key)
  return challenge
}

const trail = (
  tx: Database,
  actor: Actor,
  note: q.VoiceRow,
  action: 'interests.voice-recorded' | 'interests.voice-deleted',
) =>
  record(tx, {
    placeId: note.placeId,
    actorId: actor.personId,
    action,
    subject: { kind: 'voice-note', id: note.id },
  })

async function requireOwnNote(db: Database, actor: Actor, noteId: string): Promise<q.VoiceRow> {
  const note = await q.noteById(db, noteId)
  if (!note || !mayChange(actor, note.organisationId)) throw refuse('interests.voice_not_found')
  return note
}

/**
 * Hears one's own spoken answer. Each hearing is an event (`trust.md` §4.6); to anybody else it is not there.
 *
 * @throws interests.voice_not_found
 */
export async function listen(
  deps: Deps,
  actor: Actor,
  given: { noteId: string; requestId: string },
): Promise<{ sound: Buffer; mediaType: string }> {
  return inTransaction(deps.db, async (tx) => {
    const note = await requireOwnNote(tx, actor, given.noteId)
    const reader = { personId: actor.personId, requestId: given.requestId }
    const box = await openBytes(tx, deps.config.vaultKey, contextOf(note), reader)
    if (!box) throw refuse('interests.voice_not_found')
    return { sound: box.bytes, mediaType: note.mediaType }
  })
}

/**
 * Throws a spoken answer away for good, before or after the deadline.
 *
 * @throws interests.voice_not_found
 */
export async function dropVoice(deps: Deps, actor: Actor, noteId: string): Promise<undefined> {
  return inTransaction(deps.db, async (tx) => {
    const note = await requireOwnNote(tx, actor, noteId)
    await remove(tx, [note])
    await trail(tx, actor, note, 'interests.voice-deleted')
    return undefined
  })
}

/** The rows and what lies in the vault under them. */
async function remove(tx: Database, notes: readonly q.VoiceRow[]): Promise<void> {
  if (notes.length === 0) return
  await q.deleteNotes(
    tx,
    notes.map((note) => note.id),
  )
  for (const note of notes) await destroy(tx, note.id)
}

/** Everything an organisation spoke to one challenge goes, in the transaction that takes its answers back. */
export const forgetVoices = async (tx: Database, key: DraftKey): Promise<void> =>
  remove(tx, await q.notesOf(tx, key))

/**
 * What was spoken has to stand there in words too: whoever asks reads, and never hears.
 *
 * @throws interests.voice_without_words beside each question that has only a voice
 */
export async function requireWords(
  tx: Database,
  key: DraftKey,
  answers: Record<VoiceQuestion, string>,
): Promise<void> {
  const fields = (await q.notesOf(tx, key))
    .filter((note) => answers[note.question].trim() === '')
    .map((note) => ({ pointer: `#/body/${note.question}`, code: 'voice_without_words' }))
  if (fields.length > 0) throw refuse('interests.voice_without_words', { fields })
}
