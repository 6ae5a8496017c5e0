import { lt, sql } from 'drizzle-orm'
import { groupEchoes } from '../modules/codesign/codesign.echoes.table.ts'
import { groupDevices } from '../modules/codesign/codesign.table.ts'
import type { Forgotten } from './retention.rules.ts'
import { ago, type Forget } from './retention.shape.ts'

type InGroups = Extract<
  Forgotten,
  | 'groupEchoes'
  | 'payWays'
  | 'payWords'
  | 'groupDevices'
  | 'decisionBallots'
  | 'accessNeeds'
  | 'sessionReplies'
  | 'drawNames'
  | 'looseFiles'
  | 'groupTalk'
  | 'concerns'
  | 'homeworkMarks'
  | 'ladderRatings'
  | 'feltAnswers'
  | 'textsTaken'
  | 'incomingTexts'
>

/** Days after its last session when a group that never said it has finished counts as over. */
const YEAR = 365

/** One statement for each class of what lies in groups; says how many rows it met. */
export const FORGET_IN_GROUPS: Record<InGroups, Forget> = {
  groupEchoes: async (db, days) =>
    (await db.delete(groupEchoes).where(lt(groupEchoes.createdAt, ago(days)))).rowCount ?? 0,
  payWays: async (db, days) =>
    (
      await db.execute(sql`
        delete from pay_ways w where w.since < ${ago(days)} and not exists (
          select from pay_items i where i.member_id = w.member_id and (
            i.state in ('due', 'chosen', 'approved', 'failed') or i.created_at > ${ago(days)} or i.paid_at > ${ago(days)}))`)
    ).rowCount ?? 0,
  payWords: async (db, days) => {
    const spent = await db.execute(sql`
      update pay_items set words = '' where words <> '' and state in ('paid', 'settled', 'declined', 'refused')
        and coalesce(settled_at, paid_at, created_at) < ${ago(days)}`)
    const hours = await db.execute(sql`
      update pay_hours set words = '', reason = '' where words || reason <> '' and answered_at < ${ago(days)}`)
    return (spent.rowCount ?? 0) + (hours.rowCount ?? 0)
  },
  groupDevices: async (db, days) =>
    (await db.delete(groupDevices).where(lt(groupDevices.until, ago(days)))).rowCount ?? 0,
  decisionBallots: async (db, days) =>
    (
      await db.execute(sql`
        delete from decision_ballots b using decision_versions v, group_members m
        where v.id = b.version_id and m.id = b.member_id
          and (v.closed_at < ${ago(days)} or m.state = 'left')`)
    ).rowCount ?? 0,
  accessNeeds: async (db, days) =>
    (
      await db.execute(sql`
        delete from vault_boxes b using group_members m, groups g, challenges c
        where (b.field = 'codesign.needs' or b.field like 'sessions.need-%' or b.field like 'sessions.arranged-%')
          and b.subject_id = m.id and g.id = m.group_id and c.id = g.challenge_id
          and c.state in ('formed', 'none-chosen', 'withdrawn')
          and coalesce(c.decided_at, c.updated_at) < ${ago(days)}
          and not exists (select 1 from group_sessions s
            where s.group_id = g.id and s.state <> 'cancelled' and s.ends_at > ${ago(days)})`)
    ).rowCount ?? 0,
  sessionReplies: async (db, days) => {
    const over = sql`select id from group_sessions where ends_at < ${ago(days)}`
    const rings = await db.execute(sql`delete from session_rings where session_id in (${over})`)
    const replies = await db.execute(sql`delete from session_replies where session_id in (${over})`)
    return (rings.rowCount ?? 0) + (replies.rowCount ?? 0)
  },
  drawNames: async (db, days) =>
    (
      await db.execute(sql`
        update recruitment_names n set first_name = '', contact = '', contact_hash = '', ways = '{}', answers = '{}',
          words_hash = null
        from recruitments r where r.id = n.recruitment_id and coalesce(r.confirmed_at, r.called_off_at) < ${ago(days)}
          and n.first_name <> ''`)
    ).rowCount ?? 0,
  textsTaken: async (db, days) =>
    (await db.execute(sql`delete from texts_taken where taken_at < ${ago(days)}`)).rowCount ?? 0,
  incomingTexts: async (db, days) =>
    (await db.execute(sql`delete from incoming_texts where received_at < ${ago(days)}`)).rowCount ??
    0,
  looseFiles: async (db, days) =>
    (
      await db.execute(
        sql`delete from message_files where message_id is null and created_at < ${ago(days)}`,
      )
    ).rowCount ?? 0,
  groupTalk: async (db, days) =>
    (
      await db.execute(sql`
        with over as (select t.group_id from group_threads t join groups g on g.id = t.group_id and g.state = 'closed'
            group by t.group_id having max(t.last_at) < ${ago(days)}),
          acts as (delete from moderation_acts a using over where a.group_id = over.group_id)
        delete from group_threads t using over where t.group_id = over.group_id`)
    ).rowCount ?? 0,
  concerns: async (db, days) =>
    (
      await db.execute(sql`
        with gone as (delete from safeguarding_concerns where settled_at < ${ago(days)} returning id)
        delete from vault_boxes b using gone where b.subject_id = gone.id`)
    ).rowCount ?? 0,
  homeworkMarks: async (db, days) =>
    (
      await db.execute(sql`
        update homework_marks k set member_id = null, entered_by = null, bloc = m.bloc
        from group_members m, suggestions s, group_reports r
        where m.id = k.member_id and s.id = k.suggestion_id and r.group_id = s.group_id and r.marked_at < ${ago(days)}`)
    ).rowCount ?? 0,
  ladderRatings: async (db, days) =>
    (
      await db.execute(sql`
        update ladder_ratings l set member_id = null, entered_by = null, bloc = m.bloc
        from group_members m, group_reports r
        where m.id = l.member_id and r.group_id = l.group_id and r.closed_at < ${ago(days)}`)
    ).rowCount ?? 0,
  feltAnswers: async (db, days) =>
    (
      await db.execute(sql`
        with over as (
            select g.id from groups g where exists (
              select from group_reports r where r.group_id = g.id and r.closed_at < ${ago(days)})
            or not exists (
              select from group_sessions s where s.group_id = g.id and s.ends_at > ${ago(Math.max(days, YEAR))})),
          tellers as (
            select who.member_id, gen_random_uuid() as teller from (
              select distinct f.member_id from session_felt f join group_members m on m.id = f.member_id
              where m.group_id in (select id from over)) who)
        update session_felt f set member_id = null, bloc = m.bloc, teller = t.teller
        from tellers t join group_members m on m.id = t.member_id where f.member_id = t.member_id`)
    ).rowCount ?? 0,
}
