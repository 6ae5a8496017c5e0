import { and, isNull, lt, ne, not, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { alertHits, digests } from '../modules/alerts/alerts.table.ts'
import { claimSlips, claimTries } from '../modules/cases/cases.table.ts'
import { decisionDrafts } from '../modules/cohorts/answers.table.ts'
import { contacts } from '../modules/contacts/contacts.table.ts'
import { contactChanges, sessions, signInRequests } from '../modules/identity/identity.table.ts'
import { interestDrafts } from '../modules/interests/interests.table.ts'
import { introductions } from '../modules/introductions/introductions.table.ts'
import { jointInterests } from '../modules/joint-interests/joint-interests.table.ts'
import { outbox } from '../modules/notifications/notifications.table.ts'
import { proposalSupports } from '../modules/proposals/backing.table.ts'
import { forgetTurns } from '../modules/questions/index.ts'
import { challengeFollowers } from '../modules/questions/questions.table.ts'
import {
  supportAsks,
  supportOffers,
  supportRequests,
} from '../modules/support-exchange/support-exchange.table.ts'
import { supports } from '../modules/supporters/supporters.table.ts'
import { FORGET_IN_GROUPS } from './retention.groups.queries.ts'
import type { Forgotten } from './retention.rules.ts'
import { ago, type Forget } from './retention.shape.ts'

const isSignIn = sql`${outbox.template} in ('identity.sign-in', 'identity.new-email', 'identity.new-phone', 'passkeys.digits')`

/** A letter that waits is never touched: neither moment is known of it. */
const blank = async (db: Database, which: SQL, days: number) =>
  (
    await db
      .update(outbox)
      .set({ recipient: '', subject: '', body: '', link: null })
      .where(
        and(
          which,
          ne(outbox.recipient, ''),
          lt(sql`coalesce(${outbox.sentAt}, ${outbox.deadAt})`, ago(days)),
        ),
      )
  ).rowCount ?? 0

/** One statement for each class; says how many rows it met. */
export const FORGET: Record<Forgotten, Forget> = {
  ...FORGET_IN_GROUPS,
  signInRequests: async (db, days) =>
    (await db.delete(signInRequests).where(lt(signInRequests.createdAt, ago(days)))).rowCount ?? 0,
  contactChanges: async (db, days) =>
    (await db.delete(contactChanges).where(lt(contactChanges.createdAt, ago(days)))).rowCount ?? 0,
  proofs: async (db, days) =>
    (
      await db.execute(sql`
        with asked as (delete from passkey_challenges where created_at < ${ago(days)} returning 1),
          digits as (delete from confirm_codes where created_at < ${ago(days)} returning 1),
          tries as (delete from recovery_tries where since < ${ago(days)} returning 1)
        select from asked union all select from digits union all select from tries`)
    ).rowCount ?? 0,
  questionTurns: (db) => forgetTurns(db),
  claimTries: async (db, days) =>
    (await db.delete(claimTries).where(lt(claimTries.at, ago(days)))).rowCount ?? 0,
  claimSlips: async (db, days) =>
    (
      await db
        .delete(claimSlips)
        .where(
          lt(
            sql`least(${claimSlips.expiresAt}, coalesce(${claimSlips.usedAt}, ${claimSlips.replacedAt}))`,
            ago(days),
          ),
        )
    ).rowCount ?? 0,
  signInLetters: (db, days) => blank(db, isSignIn, days),
  letters: (db, days) => blank(db, not(isSignIn), days),
  letterReaders: async (db, days) =>
    (
      await db.execute(sql`
        update outbox set person_id = null, organisation_id = null
        where (person_id is not null or organisation_id is not null) and coalesce(sent_at, dead_at) < ${ago(days)}`)
    ).rowCount ?? 0,
  sessions: async (db, days) =>
    (
      await db
        .delete(sessions)
        .where(lt(sql`least(${sessions.revokedAt}, ${sessions.expiresAt})`, ago(days)))
    ).rowCount ?? 0,
  interestDrafts: async (db, days) =>
    (await db.delete(interestDrafts).where(lt(interestDrafts.updatedAt, ago(days)))).rowCount ?? 0,
  jointInterests: async (db, days) =>
    (
      await db
        .delete(jointInterests)
        .where(
          and(
            ne(jointInterests.state, 'submitted'),
            isNull(jointInterests.interestId),
            lt(jointInterests.updatedAt, ago(days)),
          ),
        )
    ).rowCount ?? 0,
  voiceNotes: async (db, days) =>
    (
      await db.execute(sql`
        with gone as (
          delete from interest_voice_notes n using challenges c
          where c.id = n.challenge_id and (
            c.decided_at < ${ago(days)}
            or c.state = 'withdrawn' and c.updated_at < ${ago(days)}
            or c.closes_at < ${ago(days)} and not exists (
              select from interests i where i.challenge_id = n.challenge_id
                and i.organisation_id = n.organisation_id and i.state <> 'withdrawn'))
          returning n.id)
        delete from vault_boxes b using gone where b.subject_id = gone.id`)
    ).rowCount ?? 0,
  decisionDrafts: async (db, days) =>
    (await db.delete(decisionDrafts).where(lt(decisionDrafts.savedAt, ago(days)))).rowCount ?? 0,
  supports: async (db, days) =>
    (await db.delete(supports).where(lt(supports.endedAt, ago(days)))).rowCount ?? 0,
  supportRequests: async (db, days) =>
    (
      await db.delete(supportRequests).where(
        sql`${supportRequests.askId} in (
          select id from support_asks where state not in ('open', 'matched') and ends_at < ${ago(days)})`,
      )
    ).rowCount ?? 0,
  supportAsks: async (db, days) =>
    (
      await db.delete(supportAsks).where(
        sql`${supportAsks.state} not in ('open', 'matched') and ${supportAsks.endsAt} < ${ago(days)}
          and not exists (select from support_requests r where r.ask_id = ${supportAsks.id})`,
      )
    ).rowCount ?? 0,
  supportOffers: async (db, days) =>
    (
      await db.delete(supportOffers).where(
        sql`${supportOffers.state} not in ('open', 'matched') and ${supportOffers.endsAt} < ${ago(days)}
          and not exists (select from support_requests r where r.offer_id = ${supportOffers.id})`,
      )
    ).rowCount ?? 0,
  contacts: async (db, days) =>
    (await db.delete(contacts).where(lt(contacts.lastUsedAt, ago(days)))).rowCount ?? 0,
  proposalSupportsAsked: async (db, days) =>
    (
      await db
        .delete(proposalSupports)
        .where(and(isNull(proposalSupports.confirmedAt), lt(proposalSupports.createdAt, ago(days))))
    ).rowCount ?? 0,
  proposalSupporters: async (db, days) =>
    (
      await db.execute(sql`
        update proposal_supports s set first_name = '', contact = '' from proposals p
        left join proposals r on r.id = p.joined_into
        where p.id = s.proposal_id and s.contact <> ''
          and coalesce(r.answered_at, p.answered_at,
            case when coalesce(r.state, p.state) = 'lapsed' then coalesce(r.gather_until, p.gather_until) end) < ${ago(days)}`)
    ).rowCount ?? 0,
  proposalsReturned: async (db, days) =>
    (
      await db.execute(
        sql`delete from proposals where state = 'returned' and read_by < ${ago(days)}`,
      )
    ).rowCount ?? 0,
  proposalAskers: async (db, days) =>
    (
      await db.execute(sql`
        update proposals p set first_name = '', contact = '', person_id = null, erased_at = clock_timestamp(),
          contact_hash = uuid_send(gen_random_uuid()), manage_hash = uuid_send(gen_random_uuid()), slip_hash = null
        where p.erased_at is null and (p.state in ('no', 'not-now') and p.answered_at < ${ago(days)}
          or p.state = 'lapsed' and p.gather_until < ${ago(days)}
          or p.state = 'joined' and exists (select from proposals r where r.id = p.joined_into
            and (r.state in ('no', 'not-now') and r.answered_at < ${ago(days)} or r.state = 'lapsed' and r.gather_until < ${ago(days)})))`)
    ).rowCount ?? 0,
  introductions: async (db, days) =>
    (await db.delete(introductions).where(lt(introductions.endedAt, ago(days)))).rowCount ?? 0,
  alertHits: async (db, days) =>
    (
      await db.delete(alertHits).where(
        sql`${alertHits.challengeId} in (
          select id from challenges where closes_at < ${ago(days)})`,
      )
    ).rowCount ?? 0,
  digests: async (db, days) =>
    (await db.delete(digests).where(lt(digests.createdAt, ago(days)))).rowCount ?? 0,
  followers: async (db, days) =>
    (
      await db.delete(challengeFollowers).where(
        sql`${challengeFollowers.challengeId} in (
          select id from challenges where closes_at < ${ago(days)})`,
      )
    ).rowCount ?? 0,
}
