import type { HeldSection } from '@howcanwe/shared/identity'
import { type SQL, sql } from 'drizzle-orm'
import { iso, isVoiceOf, type Statement } from './held.who.ts'

/** Ticks of an answer that is not sent yet. */
const listOf = (name: string): SQL =>
  sql.raw(`(select array_agg(one) from jsonb_array_elements_text(d.content -> '${name}') one)`)

/** What somebody sent, wrote, asked and chose themselves. */
export const BY_ME = {
  interests: ({ id }) => sql`
    select c.question as challenge, o.name as organisation, i.state, i.why, i.bring,
      nullif(concat_ws(' · ', nullif(i.bring_note, ''), nullif(i.need_note, '')), '') as text, i.need, i.together_with as "with", i.conflict_note as conflict, i.hours_per_month as hours,
      ${iso('i.received_at')} as at
    from interests i join challenges c on c.id = i.challenge_id join organisations o on o.id = i.organisation_id
    where i.submitted_by = ${id} order by i.received_at`,
  drafts: ({ id }) => sql`
    select c.question as challenge, o.name as organisation, d.content ->> 'why' as why, ${listOf('bring')} as bring,
      nullif(concat_ws(' · ', nullif(d.content ->> 'bringNote', ''), nullif(d.content ->> 'needNote', '')), '') as text,
      ${listOf('need')} as need, d.content ->> 'togetherWith' as "with", d.content ->> 'conflictNote' as conflict,
      d.content ->> 'hoursPerMonth' as hours, ${iso('d.updated_at')} as at
    from interest_drafts d join challenges c on c.id = d.challenge_id join organisations o on o.id = d.organisation_id
    where d.updated_by = ${id} order by d.updated_at`,
  voice: ({ id }) => sql`
    select c.question as challenge, v.question as kind, v.seconds, ${iso('v.created_at')} as at
    from interest_voice_notes v join challenges c on c.id = v.challenge_id where v.recorded_by = ${id} order by v.created_at`,
  challenges: ({ id }) => sql`
    select question as challenge, state, ${iso('created_at')} as since from challenges where commissioner_id = ${id}
    order by created_at`,
  protections: ({ id }) => sql`
    select title as text, state, ${iso('created_at')} as since from protections where commissioner_id = ${id}
    order by created_at`,
  groupsRun: ({ id }) => sql`
    select name as "group", facilitator_phone as phone, ${iso('created_at')} as since from groups
    where facilitator_id = ${id} order by created_at`,
  readings: ({ id }) => sql`
    select c.question as challenge, o.name as organisation, r.reads_as as kind, r.quote as subject, r.words as text,
      r.seconds_taken as seconds, ${iso('r.created_at')} as at
    from reading_comments r join challenges c on c.id = r.challenge_id
    left join organisations o on o.id = r.organisation_id where r.person_id = ${id} order by r.created_at`,
  questions: (who) => {
    const { id } = who
    return sql`
    select 'question-back' as kind, null::text as what, q.question as text, ${iso('q.asked_at')} as at
      from questions_back q where q.asked_by = ${id}
    union all select 'proposal', null, concat_ws(' · ', v.question, v.story, v.affected, v.first_name, v.contact),
      ${iso('v.created_at')} from proposals v where ${isVoiceOf(who, 'asked')}
    union all select 'proposal-support', null, concat_ws(' · ', p.question, v.first_name, v.contact),
      ${iso('v.created_at')} from proposal_supports v join proposals p on p.id = v.proposal_id
      where ${isVoiceOf(who, 'supports')}
    union all select 'message', null, concat_ws(' · ', t.title, m.words, (select string_agg(f.alt, ' · ')
      from message_files f where f.message_id = m.id)), ${iso('m.created_at')}
      from thread_messages m join group_threads t on t.id = m.thread_id
      where m.author_id = ${id} or m.member_id in (select places_of(${id}))
    union all select 'reported', reason, nullif(said, ''), ${iso('created_at')} from content_reports
      where author_id = ${id} or member_id in (select places_of(${id}))
    union all select 'rating', null, r.rating::text, ${iso('r.rated_at')} from feedback_ratings r where r.rated_by = ${id}
    union all select 'suggestion', null, text, ${iso('said_at')} from suggestions
      where member_id in (select places_of(${id}))
    union all select 'homework-mark', k.mark, s.number || ' · ' || s.text, ${iso('k.marked_at')} from homework_marks k
      join suggestions s on s.id = k.suggestion_id where k.member_id in (select places_of(${id}))
    union all select 'ladder', rung, null, ${iso('rated_at')} from ladder_ratings
      where member_id in (select places_of(${id}))
    union all select 'following', null, c.question, null from challenge_followers f
      join challenges c on c.id = f.challenge_id where f.person_id = ${id}`
  },
  hearing: ({ id }) => sql`
    select 'wish' as kind, what, how, null::text as channel, null::text as text, null::text as name,
      null::text as challenge, ${iso('changed_at')} as at from hearing_wishes where person_id = ${id}
    union all select 'quiet', null, null, channel, quiet_from || '–' || quiet_until, null, null, null
      from hearing_hours where person_id = ${id}
    union all select 'search', null, how, null, nullif(q, ''), name, null, ${iso('created_at')}
      from saved_searches where person_id = ${id}
    union all select 'found', null, null, null, null, s.name, c.question, ${iso('h.found_at')} from alert_hits h
      join challenges c on c.id = h.challenge_id left join saved_searches s on s.id = h.search_id
      where h.person_id = ${id}`,
} satisfies Partial<Record<HeldSection, Statement>>
