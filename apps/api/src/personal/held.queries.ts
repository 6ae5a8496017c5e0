import type { HeldRow, HeldSection } from '@howcanwe/shared/identity'
import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'

/** Whose things are meant: by id, and by the address and number they have proven theirs, empty where there is none. */
export interface Who {
  id: string
  email: string
  /** E.164. */
  phone: string
  language: string
}

/** A number somebody saved and has not proven may be another's: nothing is theirs by it. */
export const whoOf = (row: {
  id: string
  email: string | null
  phone: string | null
  phoneVerifiedAt: Date | null
  language: string
}): Who => ({
  id: row.id,
  email: row.email ?? '',
  phone: (row.phoneVerifiedAt && row.phone) ?? '',
  language: row.language,
})

/** That an organisation `o` is reached by this very address or number, however the number is written there. */
export const isContactOf = ({ email, phone }: Who): SQL => sql`(
  lower(nullif(o.contact_email, '')) = ${email}
  or e164_of(o.contact_phone, calling_code_of(o.place_id)) = nullif(${phone}, ''))`

/** That an entry `b` of a broker's address book has this very address or number. */
export const isInBook = ({ email, phone }: Who): SQL => sql`(
  lower(nullif(b.email, '')) = ${email}
  or e164_of(b.phone, calling_code_of(b.place_id)) = nullif(${phone}, ''))`

/** An instant as everybody can read it: RFC 3339, UTC. */
const iso = (column: string): SQL =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`)

/** That this is how whoever asked a question `p`, or stands behind one, is reached. */
export const isVoiceOf = ({ id, email, phone }: Who, of: 'asked' | 'supports'): SQL => sql`(
  v.contact_by = 'email' and lower(v.contact) = nullif(${email}, '')
  or v.contact_by = 'phone' and e164_of(v.contact, calling_code_of(v.place_id)) = nullif(${phone}, '')
  ${of === 'asked' ? sql`or v.person_id = ${id}` : sql``})`

/** Six digits that still work are for the mailbox alone. */
const holdsDigits = sql`template in ('identity.sign-in', 'identity.new-email', 'identity.new-phone', 'passkeys.digits')`

type Statement = (who: Who) => SQL

const ABOUT_ME = {
  person: ({ id }) => sql`
    select display_name as name, email, phone, language, preferred_channel as channel, formats,
      ${iso('created_at')} as since, ${iso('last_seen_at')} as seen from people where id = ${id}`,
  roles: ({ id }) => sql`
    select r.role, p.name as place, r.state, ${iso('r.granted_at')} as since,
      ${iso('coalesce(r.ended_at, r.until)')} as until, r.words as text, r.reason as why,
      coalesce(c.question, o.name, w.name) as subject
    from role_grants r left join challenges c on c.id = r.scope_id left join organisations o on o.id = r.scope_id
    left join groups w on w.id = r.scope_id join places p on p.id = r.place_id where r.person_id = ${id} order by r.granted_at`,
  organisations: (who) => sql`
    select o.name as organisation, m.lead, ${iso('m.created_at')} as since,
      case when ${isContactOf(who)} then array[o.contact_name, coalesce(o.contact_email, ''), coalesce(o.contact_phone, '')] end as contact
    from organisations o left join memberships m on m.organisation_id = o.id and m.person_id = ${who.id}
    where m.person_id is not null or ${isContactOf(who)}
    union all select b.organisation_name, null, ${iso('b.created_at')},
      array[b.contact_name, coalesce(b.email, ''), coalesce(b.phone, ''), b.notes, b.source]
    from contacts b where ${isInBook(who)} order by 1`,
  places: ({ id }) => sql`
    select g.name as "group", m.first_name as name, m.contact, m.contact_by as channel, m.ways, m.reference, m.state,
      m.bloc as kind, nullif(m.organisation, '') as organisation, m.language, ${iso('m.joined_at')} as since,
      null::text as text
    from group_members m join groups g on g.id = m.group_id
    where m.id in (select places_of(${id}))
    union all select g.name, n.first_name, n.contact, n.contact_by, n.ways, n.reference, n.state, 'draw', null,
      n.language, ${iso('n.created_at')}, (
        select string_agg(key || ' ' || value, '; ' order by key) from (
          select key, value from jsonb_each_text(n.answers)
          union all select category, feature from recruitment_special_answers s where s.name_id = n.id) said)
    from recruitment_names n join recruitments r on r.id = n.recruitment_id join groups g on g.id = r.group_id
    where n.id in (select draw_names_of(${id}))
    union all select g.name, null, null, null, null, m.reference, said.what, said.kind, null, null, ${iso('said.at')},
      null
    from group_members m join groups g on g.id = m.group_id join (
      select member_id, answer as what, 'session' as kind, said_at as at from session_replies
      union all select member_id, concat_ws(' · ', why, amount_pence, choice, chosen_pence, nullif(charity_name, ''), nullif(words, ''), state),
        'pay-' || kind, created_at from pay_items
      union all select raised_by, title, 'agenda', created_at from session_agenda_items
      union all select member_id, heard || ', ' || changed, 'felt', said_at from session_felt
      union all select member_id, remind, 'reminder', null from session_wishes) said on said.member_id = m.id
    where m.id in (select places_of(${id})) order by 11`,
  devices: ({ id }) => sql`
    select device, shared_computer as shared, ${iso('created_at')} as since, ${iso('last_used_at')} as at,
      ${iso('coalesce(revoked_at, expires_at)')} as until
    from sessions where person_id = ${id} order by created_at desc`,
  passkeys: ({ id }) => sql`
    select name as device, ${iso('created_at')} as since, ${iso('last_used_at')} as at from passkeys
    where person_id = ${id} order by created_at`,
  signIns: ({ id, email, phone }) => sql`
    select email, phone, ${iso('created_at')} as at from sign_in_requests where email = ${email} or phone = ${phone}
    union all select email, phone, ${iso('created_at')} from contact_changes where person_id = ${id}`,
  consents: ({ id }) => sql`
    select purpose, wording, wording_version as version, language, ${iso('given_at')} as at,
      ${iso('withdrawn_at')} as withdrawn
    from consents where subject_id = ${id} or subject_id in
      (select places_of(${id}))
    order by given_at`,
  supporters: ({ id }) => sql`
    select case when s.person_id = ${id} then 'helped-by' else 'helping' end as kind,
      case when s.person_id = ${id} then coalesce(h.display_name, nullif(s.called_name, '')) else p.display_name end as who,
      nullif(s.contact, '') as contact, s.scopes as what, s.state, ${iso('s.asked_at')} as since,
      ${iso('coalesce(s.ended_at, s.until)')} as until
    from supports s join people p on p.id = s.person_id left join people h on h.id = s.supporter_id
    where s.person_id = ${id} or s.supporter_id = ${id} order by s.asked_at`,
  emails: ({ id, email, phone }) => sql`
    select ${iso('created_at')} as at, template as kind, case when ${holdsDigits} then null else subject end as subject,
      case when ${holdsDigits} then null else replace(body, chr(57344), '…') end as text
    from outbox where recipient <> '' and (person_id = ${id} or lower(recipient) in (${email}, ${phone}))
    order by created_at`,
  looks: ({ id }) => sql`
    select ${iso('e.at')} as at, p.display_name as who, e.subject_kind as what
    from audit_events e left join people p on p.id = e.actor_id
    where e.action = 'vault.read' and (e.subject_id = ${id} or e.subject_id in
      (select places_of(${id})
       union all select v.id from interest_voice_notes v where v.recorded_by = ${id}))
    order by e.at`,
  trail: ({ id }) => sql`
    select ${iso('at')} as at, action as what from audit_events
    where actor_id = ${id} or after ->> 'supporterId' = ${id} order by at, id`,
} satisfies Partial<Record<HeldSection, Statement>>

const BY_ME = {
  interests: ({ id }) => sql`
    select c.question as challenge, o.name as organisation, i.state, i.why, i.bring, i.bring_note as text,
      i.need, i.together_with as "with", i.conflict_note as conflict, i.hours_per_month as hours,
      ${iso('i.received_at')} as at
    from interests i join challenges c on c.id = i.challenge_id join organisations o on o.id = i.organisation_id
    where i.submitted_by = ${id} order by i.received_at`,
  drafts: ({ id }) => sql`
    select c.question as challenge, o.name as organisation, d.content::text as text, ${iso('d.updated_at')} as at
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
    select 'question-back' as kind, q.question as text, ${iso('q.asked_at')} as at from questions_back q where q.asked_by = ${id}
    union all select 'proposal', concat_ws(' · ', v.question, v.story, v.affected, v.first_name, v.contact),
      ${iso('v.created_at')} from proposals v where ${isVoiceOf(who, 'asked')}
    union all select 'proposal-support', concat_ws(' · ', p.question, v.first_name, v.contact), ${iso('v.created_at')}
      from proposal_supports v join proposals p on p.id = v.proposal_id where ${isVoiceOf(who, 'supports')}
    union all select 'message', concat_ws(' · ', t.title, m.words, (select string_agg(f.alt, ' · ') from message_files f
      where f.message_id = m.id)), ${iso('m.created_at')} from thread_messages m join group_threads t on t.id = m.thread_id
      where m.author_id = ${id} or m.member_id in (select places_of(${id}))
    union all select 'reported', concat_ws(' · ', reason, said), ${iso('created_at')} from content_reports
      where author_id = ${id} or member_id in (select places_of(${id}))
    union all select 'rating', r.rating::text, ${iso('r.rated_at')} from feedback_ratings r where r.rated_by = ${id}
    union all select 'suggestion', text, ${iso('said_at')} from suggestions where member_id in (select places_of(${id}))
    union all select 'homework-mark', s.number || ' · ' || k.mark, ${iso('k.marked_at')} from homework_marks k
      join suggestions s on s.id = k.suggestion_id where k.member_id in (select places_of(${id}))
    union all select 'ladder', rung, ${iso('rated_at')} from ladder_ratings where member_id in (select places_of(${id}))
    union all select 'following', c.question, null from challenge_followers f join challenges c on c.id = f.challenge_id
      where f.person_id = ${id}`
  },
  hearing: ({ id }) => sql`
    select 'wish' as kind, what, how as text, null::text as name, null::text as challenge, ${iso('changed_at')} as at
      from hearing_wishes where person_id = ${id}
    union all select 'quiet', channel, quiet_from || '–' || quiet_until, null, null, null
      from hearing_hours where person_id = ${id}
    union all select 'search', how, nullif(q, ''), name, null, ${iso('created_at')} from saved_searches where person_id = ${id}
    union all select 'found', null, null, s.name, c.question, ${iso('h.found_at')} from alert_hits h
      join challenges c on c.id = h.challenge_id left join saved_searches s on s.id = h.search_id
      where h.person_id = ${id}`,
  handled: ({ id }) => sql`
    select 'interest-decided' as kind, decision_reason as text, ${iso('decided_at')} as at from interests where decided_by = ${id}
    union all select 'team-formed', statement, ${iso('formed_at')} from cohorts where formed_by = ${id}
    union all select 'answer-together-seeded', (select c.question from challenges c where c.id = j.challenge_id),
      ${iso('j.created_at')} from joint_interests j where j.seeded_by = ${id}
    union all select 'answer-together-agreed', part, ${iso('agreed_at')} from joint_interest_members where agreed_by = ${id}
    union all select 'name-lent', name_only, null from joint_interest_members where name_only_by = ${id}
    union all select 'agreement-begun', title, ${iso('created_at')} from agreements where begun_by = ${id}
    union all select 'agreement-confirmed', interests, ${iso('confirmed_at')} from agreement_parties where confirmed_by = ${id}
    union all select 'suggestion-' || decision, reason, ${iso('decided_at')} from match_decisions where decided_by = ${id}
    union all select 'invitation', why, ${iso('invited_at')} from invitations where invited_by = ${id}
    union all select 'charter-written', g.name, ${iso('c.created_at')} from charters c join groups g on g.id = c.group_id
      where c.written_by = ${id}
    union all select 'draw-run', g.name, ${iso('r.created_at')} from recruitments r join groups g on g.id = r.group_id
      where ${id} in (r.opened_by, r.typed_by, r.drawn_by, r.confirmed_by, r.called_off_by)
    union all select 'pay-set', what || ' ' || pence || ' · ' || source, ${iso('created_at')} from pay_rates where set_by = ${id}
    union all select 'pay-set', source, ${iso('created_at')} from pay_settings where set_by = ${id}
    union all select 'pay-set', words, ${iso('created_at')} from pay_advice where set_by = ${id}
    union all select 'pay-confirmed', null, ${iso('confirmed_at')} from pay_attendance where confirmed_by = ${id}
    union all select 'pay-confirmed', why, ${iso('coalesce(confirmed_at, chosen_at)')} from pay_items
      where kind = 'expense' and confirmed_by = ${id} or entered_by = ${id}
    union all select 'pay-approved', why, ${iso('approved_at')} from pay_items where approved_by = ${id}
    union all select 'pay-batch', number::text, ${iso('made_at')} from pay_batches where made_by = ${id}
    union all select 'pay-file', checksum, ${iso('exported_at')} from pay_exports where exported_by = ${id}
    union all select 'draw-run', g.name, ${iso('r.created_at')} from recruitments r join groups g on g.id = r.group_id
      where ${id} in (r.opened_by, r.typed_by, r.drawn_by, r.confirmed_by, r.called_off_by)
    union all select 'member-entered', g.name, ${iso('n.created_at')} from recruitment_names n
      join recruitments r on r.id = n.recruitment_id join groups g on g.id = r.group_id where n.entered_by = ${id}
    union all select 'member-entered', g.name, ${iso('m.joined_at')} from group_members m join groups g on g.id = m.group_id
      where m.entered_by = ${id}
    union all select 'suggestion-typed', text, ${iso('said_at')} from suggestions where entered_by = ${id}
    union all select 'suggestion-answered', concat_ws(' · ', words, named), ${iso('at')} from suggestion_moves where moved_by = ${id}
    union all select 'homework-typed', null, ${iso('marked_at')} from homework_marks where entered_by = ${id}
    union all select 'homework-typed', null, ${iso('rated_at')} from ladder_ratings where entered_by = ${id}
    union all select 'message-typed', words, ${iso('created_at')} from thread_messages where typed_by = ${id}
    union all select 'moderation', concat_ws(' · ', act, sentence), ${iso('created_at')} from moderation_acts
      where author_id = ${id} or member_id in (select places_of(${id}))
    union all select 'report-answered', answer, ${iso('answered_at')} from content_reports where answered_by_id = ${id}
    union all select 'safeguarding-lead', concat_ws(' · ', phone, hours), ${iso('created_at')} from safeguarding_leads
      where lead_id = ${id} or named_by = ${id}
    union all select 'introduction-drafted', string_agg(s.about, ' · ' order by s.turn), ${iso('i.created_at')} from introductions i
      join introduction_sides s on s.introduction_id = i.id where i.drafted_by = ${id} group by i.id
    union all select 'introduction-answered', s.answer || coalesce(': ' || s.own_about, ''), ${iso('s.answered_at')}
      from introduction_sides s where s.answered_by = ${id}
    union all select 'actor-added', name, ${iso('created_at')} from actors where added_by = ${id}
    union all select 'map-entry', role_in_issue, ${iso('updated_at')} from map_entries where said_by = ${id}
    union all select 'practice-card', concat_ws(' · ', title, nullif(contact, '')), ${iso('created_at')}
      from practice_cards where written_by = ${id}
    union all select 'practice-adopted', c.title, ${iso('a.created_at')} from practice_adoptions a
      join practice_cards c on c.id = a.card_id where a.said_by = ${id}
    union all select 'open-data-not-ours', coalesce(s.name, g.title), ${iso('n.created_at')} from open_data_not_ours n
      left join services s on s.id = n.service_id left join grants g on g.id = n.grant_id where n.said_by = ${id}
    union all select 'support-ask', what, ${iso('created_at')} from support_asks where written_by = ${id}
    union all select 'support-offer', what, ${iso('created_at')} from support_offers where written_by = ${id}
    union all select 'support-asked', o.what, ${iso('r.asked_at')} from support_requests r
      join support_offers o on o.id = r.offer_id where r.asked_by = ${id}
    union all select 'support-answered', r.answer, ${iso('r.answered_at')} from support_requests r
      where r.answered_by = ${id}
    union all select 'role-granted', role, ${iso('granted_at')} from role_grants where granted_by = ${id}
    union all select 'decision-draft', statement, ${iso('updated_at')} from decision_drafts where saved_by = ${id}
    union all select 'question-back-answered', answer, ${iso('answered_at')} from questions_back where answered_by = ${id}
    union all select 'comment-answered', answer, ${iso('answered_at')} from reading_comments where answered_by = ${id}
    union all select 'readers-asked', c.question, ${iso('r.asked_at')} from reading_asks r
      join challenges c on c.id = r.challenge_id where r.asked_by = ${id}
    union all select 'proposal-typed', question, ${iso('created_at')} from proposals where typed_by = ${id}
    union all select 'proposal-read', question, ${iso('read_at')} from proposals where reader_id = ${id}
    union all select 'proposal-answered', concat_ws(' · ', question, reasons, next_step), ${iso('answered_at')}
      from proposals where answered_by = ${id}
    union all select 'proposal-support-typed', p.question, ${iso('s.created_at')} from proposal_supports s
      join proposals p on p.id = s.proposal_id where s.typed_by = ${id}
    union all select 'proposal-sheet', held_by, ${iso('created_at')} from proposal_sheets where typed_by = ${id}
    union all select 'proposal-sponsored', because, ${iso('created_at')} from proposal_sponsors where person_id = ${id}
    union all select 'proposal-number', source, ${iso('since')} from proposal_settings where set_by = ${id}
    union all select 'co-author-answered', answer, ${iso('answered_at')} from co_author_comments where answered_by = ${id}
    union all select 'question-answered', reply, ${iso('closed_at')} from questions where closed_by = ${id}
    union all select 'contact-added', organisation_name, ${iso('created_at')} from contacts where added_by = ${id}
    union all select 'amendment', reason, ${iso('made_at')} from amendments where made_by = ${id}
    union all select 'read-through-shortened', shortened_reason, null from challenges where shortened_by = ${id}
    union all select 'protection-note', text, ${iso('at')} from protection_notes where written_by = ${id}
    union all select 'protection-review', said, ${iso('at')} from protection_reviews where reviewed_by = ${id}
    order by at`,
} satisfies Partial<Record<HeldSection, Statement>>

/** One statement a section; its columns carry the names of `HELD_FIELDS`. What is sealed is opened apart. */
export const HELD: Partial<Record<HeldSection, Statement>> = { ...ABOUT_ME, ...BY_ME }

export const heldRows = async (
  db: Database,
  section: HeldSection,
  who: Who,
): Promise<HeldRow[]> => {
  const statement = HELD[section]
  return statement ? ((await db.execute(statement(who))).rows as HeldRow[]) : []
}

/** Boxes in the vault that hold something of this person. */
export const boxesOf = async (db: Database, { id }: Who) =>
  (
    await db.execute<{ placeId: string; subjectId: string; field: string }>(sql`
      select place_id as "placeId", subject_id as "subjectId", field from vault_boxes
      where subject_id = ${id} or subject_id in
        (select places_of(${id}))`)
  ).rows

/** Somebody's spoken answers, for their own list of who opened them. */
export const voicesOf = async (db: Database, personId: string) =>
  (
    await db.execute<{ id: string; about: string }>(sql`
      select v.id, c.question as about from interest_voice_notes v join challenges c on c.id = v.challenge_id
      where v.recorded_by = ${personId}`)
  ).rows
