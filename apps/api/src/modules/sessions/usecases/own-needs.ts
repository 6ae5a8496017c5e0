import { NEED_KINDS, type NeedKind, type NeedState, type needBody } from '@howcanwe/shared/sessions'
import type * as z from 'zod/mini'
import { inTransaction, inTurn } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { type Knock, requireVoice } from '../../codesign/index.ts'
import { destroyOne, open, putAway } from '../../vault/index.ts'
import * as n from '../queries/needs.queries.ts'
import { databaseNow, sessionsOf } from '../queries/sessions.queries.ts'
import { guarded, refuse } from '../sessions.errors.ts'
import { MOST_NEEDS } from '../sessions.rules.ts'
import { type At, recordVoice, voiceOn } from './inside.ts'
import { tellReopened } from './tell-runner.ts'

const FITS = ['confirmed', 'stated'] as const
const MET = ['met', 'not-met'] as const

/** Where what is arranged for one need in one session lies in the vault. */
export const arrangedField = (sessionId: string, needId: string): string =>
  `sessions.arranged-${sessionId}-${needId}`

/** 'hearing: captions on the screen' as it is sealed; what was said on joining has no kind. */
export function readNeed(sealed: string): { kind: NeedKind | null; words: string } {
  const [first = '', ...rest] = sealed.split('\n')
  const kind = NEED_KINDS.find((k) => `kind:${k}` === first)
  return kind ? { kind, words: rest.join('\n') } : { kind: null, words: sealed }
}

const nextField = (fields: readonly string[]): string => {
  const used = fields.map((f) => Number(/^sessions\.need-(\d+)$/.exec(f)?.[1] ?? 0))
  return `sessions.need-${Math.max(0, ...used) + 1}`
}

/**
 * Says once what one needs: sealed, and open for every session one has not said no to. A session that was confirmed is checked
 * again, and whoever runs the group is told.
 *
 * @throws codesign.no_place_here · sessions.enough_needs
 */
export async function sayNeed(
  deps: Deps,
  knock: Knock,
  {
    groupId,
    body,
    requestId,
  }: { groupId: string; body: z.output<typeof needBody>; requestId: string },
): Promise<{ id: string }> {
  return inTransaction(deps.db, async (tx) => {
    const voice = await requireVoice(tx, knock, groupId)
    const mine = await n.ownNeeds(tx, voice.memberId)
    if (mine.length >= MOST_NEEDS) throw refuse('sessions.enough_needs')
    const field = nextField(mine.map((need) => need.field))
    const context = { placeId: voice.placeId, subjectId: voice.memberId, field }
    await putAway(tx, deps.config.vaultKey, context, `kind:${body.kind}\n${body.words}`)
    await recordVoice(tx, knock, voice, { action: 'need-said', requestId })
    await tellReopened(deps, tx, groupId)
    return { id: await n.needByField(tx, voice.memberId, field) }
  })
}

/** One's own words, and what is arranged for one session. Each reading is in the trail. */
export async function ownWords(
  deps: Deps,
  knock: Knock,
  {
    groupId,
    sessionId,
    requestId,
  }: { groupId: string; sessionId?: string | undefined; requestId: string },
) {
  return inTransaction(deps.db, async (tx) => {
    const voice = await requireVoice(tx, knock, groupId)
    const reader = { personId: voice.actorId, requestId }
    const look = async (field: string) => {
      const context = { placeId: voice.placeId, subjectId: voice.memberId, field }
      return (await open(tx, deps.config.vaultKey, context, reader))?.text ?? ''
    }
    const items = await inTurn(await n.ownNeeds(tx, voice.memberId), async ({ id, field }) => ({
      id,
      ...readNeed(await look(field)),
      arranged: sessionId ? await look(arrangedField(sessionId, id)) : '',
    }))
    return { items }
  })
}

/** What was said is destroyed, and with it the need. @throws sessions.need_not_found */
export async function takeBackNeed(
  deps: Deps,
  knock: Knock,
  { groupId, needId, requestId }: { groupId: string; needId: string; requestId: string },
): Promise<{ gone: true }> {
  return inTransaction(deps.db, async (tx) => {
    const voice = await requireVoice(tx, knock, groupId)
    const need = await n.needOf(tx, needId, voice.memberId)
    if (!need) throw refuse('sessions.need_not_found')
    const { placeId, memberId: subjectId } = voice
    await destroyOne(tx, { placeId, subjectId, field: need.field })
    await inTurn(await sessionsOf(tx, groupId), ({ id }) =>
      destroyOne(tx, { placeId, subjectId, field: arrangedField(id, needId) }),
    )
    await recordVoice(tx, knock, voice, { action: 'need-taken-back', requestId })
    return { gone: true as const }
  })
}

/**
 * Whether what is arranged fits; from the start of the session on, whether it was there.
 *
 * @throws sessions.need_not_found · sessions.not_arranged_yet
 */
export async function answerNeed(
  deps: Deps,
  knock: Knock,
  { needId, fits, requestId, ...at }: At & { needId: string; fits: boolean; requestId: string },
): Promise<{ state: NeedState }> {
  return guarded(
    () =>
      inTransaction(deps.db, async (tx) => {
        const { voice, session } = await voiceOn(tx, knock, at)
        if (!(await n.needOf(tx, needId, voice.memberId))) throw refuse('sessions.need_not_found')
        const hasBegun = session.startsAt <= (await databaseNow(tx))
        const [yes, no] = hasBegun ? MET : FITS
        const state: NeedState = fits ? yes : no
        await n.setNeed(tx, { placeId: voice.placeId, sessionId: session.id, needId, state })
        const after = { state }
        await recordVoice(tx, knock, voice, {
          action: 'need-answered',
          sessionId: session.id,
          after,
          requestId,
        })
        await tellReopened(deps, tx, at.groupId)
        return { state }
      }),
    { HW192: 'sessions.not_arranged_yet' },
  )
}
