import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from './config.ts'
import { openDatabase } from './db/database.ts'
import { remindAgreements } from './modules/agreements/index.ts'
import { alertOfOpened, sendDigests } from './modules/alerts/index.ts'
import { resumeDue } from './modules/amendments/index.ts'
import { keepTrail } from './modules/audit/index.ts'
import { closeDue } from './modules/challenges/index.ts'
import { keepContactClock } from './modules/codesign/index.ts'
import { keepAnswerClocks } from './modules/cohorts/index.ts'
import { keepConcerns, keepConversations } from './modules/conversations/index.ts'
import { keepDecisions } from './modules/decisions/index.ts'
import { interestedOrganisationIds, tellOfStretched } from './modules/interests/index.ts'
import { keepIntroductions } from './modules/introductions/index.ts'
import { invitedAmong, invitedOf } from './modules/invitations/index.ts'
import { remindUnsent } from './modules/joint-interests/index.ts'
import { matchNew, rematchTonight } from './modules/matching/index.ts'
import { SEND_LIMIT_MS, sendNext, transport } from './modules/notifications/index.ts'
import { expireDue, liftDue, nudgeDue } from './modules/organisations/index.ts'
import { keepPay } from './modules/payments/index.ts'
import { keepProposals } from './modules/proposals/index.ts'
import { remindReview } from './modules/protections/index.ts'
import { remindOfQuestions } from './modules/questions/index.ts'
import { keepReaderClocks, remindOfReadings } from './modules/readings/index.ts'
import { closeNames } from './modules/recruitment/index.ts'
import { keepSessionClocks } from './modules/sessions/index.ts'
import { keepSuggestions } from './modules/suggestions/index.ts'
import { lapseDue } from './modules/support-exchange/index.ts'
import { endOverdueSupport } from './modules/supporters/index.ts'
import { keepTexts } from './modules/texts/index.ts'
import { letGoOfTheQuiet } from './personal/index.ts'
import { forgetOld, onceAnHour } from './retention/index.ts'
import { raise, readOnlyWatch, STILL_SENT, witnessOne } from './witness/index.ts'
import { failureTo, logOf } from './worker-log.ts'

const IDLE_MS = 1_000
const STATEMENT_MS = 60_000
/** Longer than a letter may take to send: its row stays locked meanwhile. */
const SENDING_MS = 30_000

/** Nouns that matching is handed. */
const BESIDE_MATCHING = { interestedOf: interestedOrganisationIds, invitedOf, invitedAmong }

/** Work that takes long and runs beside the loop, one at a time, so that letters and clocks go on. */
function beside(work: () => Promise<unknown>, onError: (error: unknown) => void) {
  let running: Promise<unknown> | undefined
  return {
    begin: () => {
      running ??= work()
        .catch(onError)
        .finally(() => {
          running = undefined
        })
    },
    done: async () => running,
  }
}

/**
 * Sends letters, closes what is due, and sleeps a second when there is nothing to do. Once an hour it forgets what is
 * old, and whom nobody has seen for long.
 */
export async function startWorker(
  config: Config,
  onError: (error: unknown) => void = failureTo(logOf(config)),
): Promise<{ close(): Promise<void> }> {
  const database = openDatabase({
    url: config.databaseUrl,
    max: 3,
    statementTimeout: STATEMENT_MS,
    idleInTransaction: SENDING_MS,
  })
  const deps = { db: database.db, config, clock: () => new Date(), log: logOf(config) }
  const send = transport(config)
  const isTimeToForget = onceAnHour()
  const isTimeToMatch = onceAnHour()
  const trail = keepTrail(config, (broken) => raise(database.db, config, broken))
  const isReadOnly = readOnlyWatch(deps)
  const stop = new AbortController()
  /** While nothing may change, nothing changes here either: only what people need to come and look is sent. */
  const standsStill = async () => {
    if (!(await isReadOnly())) return false
    while (!stop.signal.aborted && (await sendNext(database.db, send, SEND_LIMIT_MS, STILL_SENT)));
    return true
  }
  /** Both can take the better part of a minute. */
  const night = beside(
    () => rematchTonight(database.db, BESIDE_MATCHING, () => stop.signal.aborted),
    onError,
  )
  const draws = beside(() => closeNames({ db: database.db, config }), onError)
  const nap = () => sleep(IDLE_MS, undefined, { signal: stop.signal }).catch(() => undefined)
  const loop = (async () => {
    while (!stop.signal.aborted) {
      const isStill = await standsStill().catch((error: unknown) => {
        onError(error)
        return true
      })
      if (isStill) {
        await nap()
        continue
      }
      if (isTimeToMatch(Date.now())) night.begin()
      draws.begin()
      const steps = [
        sendNext(database.db, send),
        trail(database.db),
        witnessOne(database.db, config),
        closeDue(database.db),
        resumeDue({ db: database.db, config }),
        endOverdueSupport(database.db),
        keepAnswerClocks(database.db, config.origin),
        keepContactClock({ db: database.db, config }),
        keepDecisions({ db: database.db, config }),
        remindReview(database.db, config.origin),
        remindUnsent(deps),
        remindAgreements(deps),
        nudgeDue(database.db, config),
        liftDue(database.db, config),
        expireDue(database.db),
        tellOfStretched(database.db, config),
        lapseDue(database.db),
        remindOfReadings({ db: database.db, config }),
        keepReaderClocks({ db: database.db, config }),
        remindOfQuestions({ db: database.db, config }),
        alertOfOpened({ db: database.db, config }),
        sendDigests({ db: database.db, config }),
        keepIntroductions({ db: database.db, config }),
        keepProposals({ db: database.db, config }),
        keepPay({ db: database.db, config }),
        keepSessionClocks({ db: database.db, config }),
        keepTexts({ db: database.db, config }),
        keepSuggestions({ db: database.db, config }),
        keepConversations({ db: database.db, config }),
        keepConcerns({ db: database.db, config }),
        matchNew(database.db, BESIDE_MATCHING),
      ]
      if (isTimeToForget(Date.now()))
        steps.push(
          forgetOld(database.db).then(() => false),
          letGoOfTheQuiet(deps).then(() => false),
        )
      const done = await Promise.allSettled(steps)
      for (const step of done) if (step.status === 'rejected') onError(step.reason)
      const busy = done.some((step) => step.status === 'fulfilled' && step.value)
      if (!busy) await nap()
    }
  })()
  return {
    close: async () => {
      stop.abort()
      await loop
      await Promise.all([night.done(), draws.done()])
      await database.close()
    },
  }
}
