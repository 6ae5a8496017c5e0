import type { Erasure } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { isContactOf, isInBook, isVoiceOf, type Who } from './held.who.ts'

const over = sql`('formed', 'none-chosen', 'withdrawn')`

/** What somebody has to hand over first: nobody else could go on with it. */
export const blockersOf = async (db: Database, personId: string): Promise<Erasure['blockers']> =>
  (
    await db.execute<Erasure['blockers'][number]>(sql`
      select 'challenge' as kind, id, question as label from challenges
        where commissioner_id = ${personId} and state not in ${over}
      union all
      select 'protection', id, title from protections
        where commissioner_id = ${personId} and state = 'published'
      union all
      select 'organisation', o.id, o.name from organisations o join memberships m on m.organisation_id = o.id
        where m.person_id = ${personId} and m.lead
          and not exists (select 1 from memberships x where x.organisation_id = o.id and x.lead and x.person_id <> ${personId})
          and exists (select 1 from interests i join challenges c on c.id = i.challenge_id
            where (i.organisation_id = o.id or o.id = any(i.parties)) and i.state = 'submitted' and c.state not in ${over})
      union all
      select 'group', g.id, g.name from groups g join challenges c on c.id = g.challenge_id
        where g.facilitator_id = ${personId} and g.taken > 0 and c.state not in ${over}
      union all
      select 'role', r.id, p.name from role_grants r join places p on p.id = r.place_id
        where r.person_id = ${personId} and r.role in ('steward', 'broker') and r.scope_kind = 'place'
          and role_is_live(r) and p.state = 'active'
          and not exists (select 1 from role_grants x join people o on o.id = x.person_id
            where x.place_id = r.place_id and x.role = r.role and x.scope_kind = 'place' and x.id <> r.id
              and role_is_live(x) and (x.role <> 'broker' or btrim(coalesce(o.display_name, '')) <> ''))
      order by 1, 3`)
  ).rows

/** Organisations in which nobody else is. */
export const onlyMine = async (db: Database, personId: string) =>
  (
    await db.execute<{ id: string; name: string }>(sql`
      select o.id, o.name from organisations o join memberships m on m.organisation_id = o.id
      where m.person_id = ${personId} and o.state <> 'left'
        and not exists (select 1 from memberships x where x.organisation_id = o.id and x.person_id <> ${personId})
      order by o.name`)
  ).rows

/** Ends organisations with nobody left: what they took part in stays, whom to reach does not. */
export const endOrganisations = async (tx: Database, ids: readonly string[]): Promise<void> => {
  for (const id of ids) {
    await tx.execute(sql`delete from interest_drafts where organisation_id = ${id}`)
    await tx.execute(sql`
      update joint_interest_members m set state = 'left', answered_at = clock_timestamp() from joint_interests j
      where j.id = m.joint_interest_id and j.state = 'forming' and m.organisation_id = ${id} and m.state in ('invited', 'joined')`)
    await tx.execute(sql`
      update joint_interests j set convenor_id = (select m.organisation_id from joint_interest_members m
          where m.joint_interest_id = j.id and m.state = 'joined' order by m.answered_at limit 1)
      where j.convenor_id = ${id} and j.state = 'forming'`)
    await tx.execute(sql`
      update organisations set state = 'left', contact_name = '', contact_email = '', contact_phone = null,
        updated_at = clock_timestamp(), version = version + 1 where id = ${id}`)
  }
}

/** In organisations that go on, whoever is there longest becomes lead and the one to reach where it was this person. */
export const handOnOrganisations = async (tx: Database, who: Who): Promise<void> => {
  const { id } = who
  const next = sql`
    select distinct on (m.organisation_id) m.organisation_id, m.person_id, p.display_name, p.email
    from memberships m join people p on p.id = m.person_id
    where m.person_id <> ${id} and m.organisation_id in
      (select organisation_id from memberships where person_id = ${id})
    order by m.organisation_id, m.lead desc, m.created_at`
  await tx.execute(sql`
    update organisations o set contact_name = coalesce(n.display_name, ''),
      contact_email = coalesce(case when o.sector = 'public' then p.contact_email else n.email end, ''),
      contact_phone = case when o.sector = 'public' then p.contact_phone end,
      updated_at = clock_timestamp(), version = o.version + 1
    from (${next}) n, places p
    where o.id = n.organisation_id and p.id = o.place_id and ${isContactOf(who)}`)
  await tx.execute(sql`
    update memberships m set lead = true from (${next}) n
    where m.organisation_id = n.organisation_id and m.person_id = n.person_id
      and not exists (select 1 from memberships x where x.organisation_id = m.organisation_id and x.lead and x.person_id <> ${id})`)
}

/** What somebody's own voice said stays in words; the sound goes. */
export const dropVoice = async (tx: Database, personId: string): Promise<void> => {
  await tx.execute(sql`
    delete from vault_boxes where subject_id in (select id from interest_voice_notes where recorded_by = ${personId})`)
  await tx.execute(sql`delete from interest_voice_notes where recorded_by = ${personId}`)
}

/** Names in a draw under what is proven theirs: the number stays on the sheets, and what was said goes. */
export const takeOutOfDraws = async (tx: Database, personId: string): Promise<void> => {
  const theirs = sql`select draw_names_of(${personId})`
  // With the consent go the answers it was for (HW170).
  await tx.execute(sql`
    update consents set withdrawn_at = clock_timestamp()
    where subject_kind = 'draw-name' and withdrawn_at is null and subject_id in (${theirs})`)
  await tx.execute(sql`
    update recruitment_names set first_name = '', contact = '', contact_hash = '', ways = '{}', answers = '{}',
      words_hash = null, state = case when state in ('in', 'drawn') then 'out' else state end
    where id in (${theirs})`)
}

/** Everything that is no more than a link between this person and something else. */
export const dropLinks = async (tx: Database, { id, email, phone }: Who): Promise<void> => {
  await tx.execute(sql`delete from memberships where person_id = ${id}`)
  await tx.execute(sql`delete from challenge_followers where person_id = ${id}`)
  for (const heard of [
    'hearing_wishes',
    'hearing_hours',
    'saved_searches',
    'alert_hits',
    'digest_turns',
    'digests',
  ])
    await tx.execute(sql`delete from ${sql.identifier(heard)} where person_id = ${id}`)
  await tx.execute(sql`update practice_cards set contact = '' where written_by = ${id}`)
  await tx.execute(sql`update groups set facilitator_phone = null where facilitator_id = ${id}`)
  await tx.execute(
    sql`update role_grants set ended_at = clock_timestamp() where person_id = ${id} and ended_at is null`,
  )
  await tx.execute(sql`update role_grants set words = null, reason = null where person_id = ${id}`)
  await tx.execute(
    sql`update sessions set revoked_at = clock_timestamp(), device = null where person_id = ${id} and revoked_at is null`,
  )
  for (const kept of [
    'passkeys',
    'passkey_challenges',
    'recovery_codes',
    'recovery_tries',
    'confirm_codes',
  ])
    await tx.execute(sql`delete from ${sql.identifier(kept)} where person_id = ${id}`)
  const theirs = sql`email = ${email} or phone = ${phone}`
  await tx.execute(sql`delete from contact_changes where person_id = ${id} or ${theirs}`)
  await tx.execute(sql`delete from sign_in_requests where ${theirs}`)
}

/** Questions they put on the table are a resident's from now on; what they stand behind goes on counting, once. */
export const dropProposals = async (tx: Database, who: Who): Promise<void> => {
  const nobody = sql`contact_hash = uuid_send(gen_random_uuid()), first_name = '', contact = ''`
  await tx.execute(sql`
    update proposals v set ${nobody}, person_id = null, erased_at = clock_timestamp(),
      manage_hash = uuid_send(gen_random_uuid()), slip_hash = null
    where v.erased_at is null and ${isVoiceOf(who, 'asked')}`)
  await tx.execute(
    sql`update proposal_supports v set ${nobody}, token_hash = uuid_send(gen_random_uuid()) where ${isVoiceOf(who, 'supports')}`,
  )
}

interface BookEntry extends Record<string, unknown> {
  placeId: string
  email: string | null
  phone: string | null
}

/** Entries of brokers' address books with this address or number; says what they were reached by. */
export const dropFromBooks = async (tx: Database, who: Who): Promise<BookEntry[]> =>
  (
    await tx.execute<BookEntry>(sql`
      delete from contacts b where ${isInBook(who)} returning b.place_id as "placeId", b.email, b.phone`)
  ).rows

/** Letters that wait are not sent any more; of those sent, only that there was one stays. */
export const dropLetters = async (tx: Database, { id, email, phone }: Who): Promise<void> => {
  // Also those that went to an address they have left since, or that one was written to otherwise.
  const theirs = sql`(person_id = ${id} or recipient <> '' and lower(recipient) in (${email}, ${phone}))`
  await tx.execute(sql`delete from outbox where ${theirs} and sent_at is null`)
  await tx.execute(sql`
    update outbox set recipient = '', subject = '', body = '', link = null, person_id = null, organisation_id = null
    where ${theirs}`)
}

export const blankPerson = (tx: Database, id: string, called: string) =>
  tx.execute(sql`
    update people set display_name = ${called}, email = null, phone = null, phone_verified_at = null,
      preferred_channel = 'email', formats = '{}', dormant_told_at = null, dormant_letter_id = null,
      erased_at = clock_timestamp(), version = version + 1 where id = ${id}`)
