import type { HeldSection } from '@howcanwe/shared/identity'
import { type SQL, sql } from 'drizzle-orm'
import { isContactOf, isInBook, iso, money, type Statement } from './held.who.ts'

/** Six digits that still work are for the mailbox alone. */
const holdsDigits = sql`template in ('identity.sign-in', 'identity.new-email', 'identity.new-phone', 'passkeys.digits')`

/** What a box in the vault holds, without the number it carries: a need at one session is a need. */
const boxKind = (column: string): SQL =>
  sql.raw(`regexp_replace(${column}, '^(sessions\\.(need|arranged))-.*$', '\\1')`)

/** What others and the service keep about somebody: who they are, where they take part, what was sent and opened. */
export const ABOUT_ME = {
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
      null::text as text, null::text as why, null::text as amount, null::text as what, null::text as chosen,
      null::int as heard, null::int as changed
    from group_members m join groups g on g.id = m.group_id
    where m.id in (select places_of(${id}))
    union all select g.name, n.first_name, n.contact, n.contact_by, n.ways, n.reference, n.state, 'draw', null,
      n.language, ${iso('n.created_at')}, (
        select string_agg(key || ' ' || value, '; ' order by key) from (
          select key, value from jsonb_each_text(n.answers)
          union all select category, feature from recruitment_special_answers s where s.name_id = n.id) said),
      null, null, null, null, null, null
    from recruitment_names n join recruitments r on r.id = n.recruitment_id join groups g on g.id = r.group_id
    where n.id in (select draw_names_of(${id}))
    union all select g.name, null, null, null, null, m.reference, said.state, said.kind, null, null, ${iso('said.at')},
      said.text, said.why, ${money('said.amount')}, said.choice, ${money('said.chosen')}, said.heard, said.changed
    from group_members m join groups g on g.id = m.group_id join places p on p.id = g.place_id join (
      select member_id, 'session' as kind, said_at as at, answer as state, null as text, null as why,
        null::int as amount, null as choice, null::int as chosen, null::int as heard, null::int as changed
        from session_replies
      union all select member_id, 'pay-' || kind, created_at, state,
        nullif(concat_ws(' · ', nullif(charity_name, ''), nullif(words, '')), ''),
        why, amount_pence, choice, chosen_pence, null, null from pay_items
      union all select member_id, 'pay-leaving', said_at, null, nullif(charity_name, ''), null, null, choice, null,
        null, null from pay_leavings
      union all select member_id, 'pay-former', left_at, null, null, null, null, null, null, null, null
        from pay_formers where person_id = ${id}
      union all select member_id, 'pay-hours', asked_at, state,
        concat_ws(' · ', minutes || ' + ' || preparation_minutes || ' min', nullif(words, ''), nullif(reason, '')),
        null, null, null, null, null, null from pay_hours
      union all select raised_by, 'agenda', created_at, null, title, null, null, null, null, null, null
        from session_agenda_items
      union all select member_id, 'felt', said_at, null, null, null, null, null, null, heard, changed from session_felt
      union all select member_id, 'text-in', received_at, case when done_at is null then 'open' else 'settled' end, null, null, null, null, null,
        null, null from incoming_texts
      union all select member_id, 'reminder', null, remind, null, null, null, null, null, null, null
        from session_wishes) said on said.member_id = m.id
    where m.id in (select places_of(${id}) union select member_id from pay_formers where person_id = ${id}) order by 11`,
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
    select ${iso('e.at')} as at, p.display_name as who, ${boxKind('e.subject_kind')} as what
    from audit_events e left join people p on p.id = e.actor_id
    where e.action = 'vault.read' and (e.subject_id = ${id} or e.subject_id in
      (select places_of(${id})
       union all select v.id from interest_voice_notes v where v.recorded_by = ${id}
       union all select t.id from incoming_texts t where t.member_id in (select places_of(${id}))))
    order by e.at`,
  trail: ({ id }) => sql`
    select ${iso('at')} as at, action as what, case when actor_id is distinct from ${id} then 'helping' end as kind
    from audit_events
    where actor_id = ${id} or after ->> 'supporterId' = ${id} order by at, id`,
} satisfies Partial<Record<HeldSection, Statement>>
