import type { HeldSection } from '@howcanwe/shared/identity'

interface Personal {
  /** Where the person reads it in what they take with them, or why they do not. */
  held: HeldSection | { not: string }
  /** What becomes of it when they are erased. */
  erased: string
}

const stays = 'stays: it points at somebody whose name is gone'

/**
 * Every column that says who somebody is or points at them (issue line 10): the whole list, and the only one. A test
 * compares it with the database, so that no module is forgotten.
 */
export const PERSONAL: Record<string, Personal> = {
  'people.display_name': { held: 'person', erased: 'becomes "a resident"' },
  'people.email': { held: 'person', erased: 'emptied' },
  'people.phone': { held: 'person', erased: 'emptied' },
  'people.phone_verified_at': { held: 'person', erased: 'emptied' },
  'people.formats': { held: 'person', erased: 'emptied' },
  'people.last_seen_at': { held: 'person', erased: stays },
  'role_grants.person_id': { held: 'roles', erased: 'ended' },
  'role_grants.requested_by': { held: 'roles', erased: stays },
  'role_grants.granted_by': { held: 'handled', erased: stays },
  'memberships.person_id': { held: 'organisations', erased: 'deleted' },
  'organisations.contact_name': { held: 'organisations', erased: 'goes to another member' },
  'organisations.contact_email': { held: 'organisations', erased: 'goes to another member' },
  'organisations.contact_phone': { held: 'organisations', erased: 'goes to another member' },
  'group_members.first_name': { held: 'places', erased: 'emptied, the place is given back' },
  'group_members.contact': { held: 'places', erased: 'emptied' },
  'group_members.contact_by': { held: 'places', erased: stays },
  'group_members.contact_hash': {
    held: { not: 'made of the contact, unreadable' },
    erased: 'emptied',
  },
  'vault_boxes.subject_id': { held: 'needs', erased: 'destroyed' },
  'interests.submitted_by': { held: 'interests', erased: stays },
  'interests.decided_by': { held: 'handled', erased: stays },
  'interest_drafts.updated_by': { held: 'drafts', erased: 'deleted where nobody else is in it' },
  'interest_voice_notes.recorded_by': { held: 'voice', erased: 'deleted, the words stay' },
  'challenges.commissioner_id': { held: 'challenges', erased: stays },
  'challenges.shortened_by': { held: 'handled', erased: stays },
  'amendments.made_by': { held: 'handled', erased: stays },
  'protections.commissioner_id': { held: 'protections', erased: stays },
  'protection_notes.written_by': { held: 'handled', erased: stays },
  'protection_reviews.reviewed_by': { held: 'handled', erased: stays },
  'questions.closed_by': { held: 'handled', erased: stays },
  'questions_back.asked_by': { held: 'questions', erased: stays },
  'questions_back.answered_by': { held: 'handled', erased: stays },
  'challenge_followers.person_id': { held: 'questions', erased: 'deleted' },
  'feedback_ratings.rated_by': { held: 'questions', erased: stays },
  'reading_comments.person_id': { held: 'readings', erased: stays },
  'reading_comments.answered_by': { held: 'handled', erased: stays },
  'reading_asks.asked_by': { held: 'handled', erased: stays },
  'decision_drafts.saved_by': { held: 'handled', erased: stays },
  'cohorts.formed_by': { held: 'handled', erased: stays },
  'invitations.invited_by': { held: 'handled', erased: stays },
  'practice_cards.written_by': { held: 'handled', erased: stays },
  'practice_cards.contact': { held: 'handled', erased: 'emptied where they wrote the card' },
  'support_asks.written_by': { held: 'handled', erased: stays },
  'support_offers.written_by': { held: 'handled', erased: stays },
  'support_requests.asked_by': { held: 'handled', erased: stays },
  'support_requests.answered_by': { held: 'handled', erased: stays },
  'broker_cases.broker_id': { held: 'handled', erased: stays },
  'broker_case_moves.moved_by': { held: 'handled', erased: stays },
  'broker_actions.broker_id': { held: 'handled', erased: stays },
  'broker_conflicts.broker_id': { held: 'handled', erased: stays },
  'typed_entries.typed_by': { held: 'handled', erased: stays },
  'claim_slips.printed_by': { held: 'handled', erased: stays },
  'claim_slips.used_by': { held: 'handled', erased: stays },
  'claim_tries.person_id': { held: { not: 'a number, for a day' }, erased: stays },
  'groups.facilitator_id': { held: 'groupsRun', erased: stays },
  'groups.facilitator_phone': { held: 'groupsRun', erased: 'emptied' },
  'outbox.recipient': { held: 'emails', erased: 'deleted, or emptied where it was sent' },
  'sessions.person_id': { held: 'devices', erased: 'ended' },
  'sign_in_requests.email': { held: 'signIns', erased: 'deleted' },
  'sign_in_requests.phone': { held: 'signIns', erased: 'deleted' },
  'sign_in_requests.email_hash': { held: { not: 'made of the address' }, erased: 'deleted' },
  'passkeys.person_id': { held: 'passkeys', erased: 'deleted' },
  'passkey_challenges.person_id': { held: { not: 'random, five minutes' }, erased: 'deleted' },
  'recovery_codes.person_id': { held: { not: 'kept unreadable' }, erased: 'deleted' },
  'recovery_tries.person_id': { held: { not: 'a number, for a day' }, erased: 'deleted' },
  'confirm_codes.person_id': { held: { not: 'kept unreadable, for a day' }, erased: 'deleted' },
  'contact_changes.person_id': { held: 'signIns', erased: 'deleted' },
  'contact_changes.email': { held: 'signIns', erased: 'deleted' },
  'contact_changes.phone': { held: 'signIns', erased: 'deleted' },
  'consents.subject_id': { held: 'consents', erased: 'withdrawn; that it was given stays' },
  'supports.person_id': { held: 'supporters', erased: 'ended' },
  'supports.supporter_id': { held: 'supporters', erased: 'ended' },
  'supports.ended_by': { held: 'supporters', erased: stays },
  'supports.contact': { held: 'supporters', erased: 'emptied, as with every answer' },
  'supports.called_name': { held: 'supporters', erased: 'emptied, as with every answer' },
  'audit_events.actor_id': { held: 'trail', erased: stays },
  'audit_events.subject_id': { held: 'looks', erased: stays },
  'contacts.contact_name': { held: 'organisations', erased: 'deleted with the entry' },
  'contacts.email': { held: 'organisations', erased: 'deleted with the entry' },
  'contacts.phone': { held: 'organisations', erased: 'deleted with the entry' },
  'contacts.added_by': { held: 'handled', erased: stays },
  'grants.recipient_name': {
    held: { not: 'an organisation, published by its funder' },
    erased: stays,
  },
  'grants.recipient_org_id': { held: { not: 'an organisation’s number' }, erased: stays },
  'grants.recipient_raw_id': { held: { not: 'an organisation’s number' }, erased: stays },
  'services.email': { held: { not: 'of a service, published by a directory' }, erased: stays },
  'services.phone': { held: { not: 'of a service, published by a directory' }, erased: stays },
  'places.contact_name': { held: { not: 'public, kept by the place' }, erased: stays },
  'places.contact_email': { held: { not: 'public, kept by the place' }, erased: stays },
  'places.complaints_name': { held: { not: 'public, kept by the place' }, erased: stays },
  'places.complaints_email': { held: { not: 'public, kept by the place' }, erased: stays },
  'places.complaints_phone': { held: { not: 'public, kept by the place' }, erased: stays },
  'places.contact_phone': { held: { not: 'public, kept by the place' }, erased: stays },
}

/** How a column looks that may speak of somebody without pointing at them; whatever it matches is in the list above. */
export const SOUNDS_PERSONAL =
  /(^|_)(person|people|email|phone|recipient|actor|facilitator|commissioner)(_|$)|^subject_id$|^contact(_name|_by|_hash)?$|first_name|display_name/

/** What stays where a name was. */
export const NOBODY = { en: 'a resident', nl: 'een bewoner' } as const
