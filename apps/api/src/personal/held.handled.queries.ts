import { type SQL, sql } from 'drizzle-orm'
import { iso, money, type Statement } from './held.who.ts'

/** What somebody did that a word from a closed list says best: `what` carries it. */
const inOneWord = (id: string): SQL => sql`
    select 'pay-set', r.what, ${money('r.pence')} || ' · ' || r.source, ${iso('r.created_at')}
      from pay_rates r join places p on p.id = r.place_id where r.set_by = ${id}
    union all select 'moderation', act, sentence, ${iso('created_at')} from moderation_acts
      where author_id = ${id} or member_id in (select places_of(${id}))
    union all select 'introduction-answered', s.answer, s.own_about, ${iso('s.answered_at')}
      from introduction_sides s where s.answered_by = ${id}
    union all select 'support-answered', r.answer, null, ${iso('r.answered_at')} from support_requests r
      where r.answered_by = ${id}
    union all select 'role-granted', role, null, ${iso('granted_at')} from role_grants where granted_by = ${id}`

/** What somebody answered or decided for others, most of it in their own words. */
const inWords = (id: string): SQL => sql`
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
    union all select 'pay-set', source, ${iso('created_at')} from pay_settings where set_by = ${id}
    union all select 'pay-set', words, ${iso('created_at')} from pay_advice where set_by = ${id}
    union all select 'pay-confirmed', null, ${iso('confirmed_at')} from pay_attendance where confirmed_by = ${id}
    union all select 'pay-confirmed', why, ${iso('coalesce(confirmed_at, chosen_at)')} from pay_items
      where kind = 'expense' and confirmed_by = ${id} or entered_by = ${id}
    union all select 'pay-confirmed', 'more-hours', ${iso('coalesce(answered_at, asked_at)')} from pay_hours
      where ${id} in (answered_by, entered_by)
    union all select 'pay-approved', why, ${iso('approved_at')} from pay_items where approved_by = ${id}
    union all select 'pay-batch', number::text, ${iso('made_at')} from pay_batches where made_by = ${id}
    union all select 'pay-file', checksum, ${iso('exported_at')} from pay_exports where exported_by = ${id}
    union all select 'draw-typed', g.name, ${iso('n.created_at')} from recruitment_names n
      join recruitments r on r.id = n.recruitment_id join groups g on g.id = r.group_id where n.entered_by = ${id}
    union all select 'member-entered', g.name, ${iso('m.joined_at')} from group_members m join groups g on g.id = m.group_id
      where m.entered_by = ${id}
    union all select 'suggestion-typed', text, ${iso('said_at')} from suggestions where entered_by = ${id}
    union all select 'suggestion-answered', concat_ws(' · ', words, named), ${iso('at')} from suggestion_moves where moved_by = ${id}
    union all select 'homework-typed', null, ${iso('marked_at')} from homework_marks where entered_by = ${id}
    union all select 'homework-typed', null, ${iso('rated_at')} from ladder_ratings where entered_by = ${id}
    union all select 'message-typed', words, ${iso('created_at')} from thread_messages where typed_by = ${id}
    union all select 'report-answered', answer, ${iso('answered_at')} from content_reports where answered_by_id = ${id}
    union all select 'safeguarding-lead', concat_ws(' · ', phone, hours), ${iso('created_at')} from safeguarding_leads
      where lead_id = ${id} or named_by = ${id}
    union all select 'introduction-drafted', string_agg(s.about, ' · ' order by s.turn), ${iso('i.created_at')} from introductions i
      join introduction_sides s on s.introduction_id = i.id where i.drafted_by = ${id} group by i.id
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
    union all select 'protection-review', said, ${iso('at')} from protection_reviews where reviewed_by = ${id}`

/** What somebody answered, decided or typed in for others, oldest first. */
export const HANDLED: Statement = ({ id }) => sql`
    select kind, null::text as what, text, at from (${inWords(id)}) said
    union all ${inOneWord(id)}
    order by at`
