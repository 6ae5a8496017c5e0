import { sqlState } from '../../db/database.ts'
import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'joint-interests.not_found': {
    status: 404,
    title: 'We do not know this answer together, or your organisation is not part of it.',
    next: 'Look under Today, where everything you are asked to join stands.',
  },
  'joint-interests.wrong_state': {
    status: 409,
    title: 'That does not fit with how this answer together stands now.',
    next: 'Load the page again; somebody may have sent it or left meanwhile. What you typed is kept.',
  },
  'joint-interests.not_convenor': {
    status: 403,
    title: 'Only the organisation that convenes this answer can do that.',
    next: 'Ask them to do it, or to hand convening over to you.',
  },
  'joint-interests.partner_unknown': {
    status: 422,
    title: 'One of these organisations cannot be asked here.',
    next: 'Look it up again by its name. Whoever asks the question cannot answer it.',
  },
  'joint-interests.paused': {
    status: 409,
    title: 'One of these organisations takes a pause, so nobody asks it for anything now.',
    next: 'Ask another one. It can still join by itself when its pause is over.',
  },
  'joint-interests.asked_already': {
    status: 409,
    title: 'This organisation has been asked already.',
    next: 'Wait for its yes or no, or ring them.',
  },
  'joint-interests.too_many': {
    status: 409,
    title: 'Six organisations at most answer as one.',
    next: 'Somebody has to say no or leave before another can come in.',
  },
  'joint-interests.answered_alone': {
    status: 409,
    title: 'Your organisation has answered this challenge already.',
    next: 'Take that answer back first, on its page. What you wrote there can be written here again.',
  },
  'joint-interests.in_another': {
    status: 409,
    title: 'One of you is part of another answer together to this challenge.',
    next: 'An organisation answers once. Leave the other one first, on its page.',
  },
  'joint-interests.too_many_words': {
    status: 422,
    title: 'Your own part is longer than 80 words.',
    next: 'Shorten it a little. Nothing you typed is lost.',
  },
  'joint-interests.part_missing': {
    status: 409,
    title: 'Your own part has not been written yet.',
    next: 'Say first what you do, in what role, and with how many hours. It takes a few minutes.',
  },
  'joint-interests.convenor_lends_no_name': {
    status: 422,
    title: 'Whoever convenes takes part with hours, and with money where there is money.',
    next: 'Hand convening over to another first, or put in a share of your own.',
  },
  'joint-interests.not_their_own_words': {
    status: 403,
    title:
      'Only somebody of that organisation, and not of the one that convenes, can ask to lend no more than its name.',
    next: 'Let a colleague say it who belongs to that organisation alone.',
  },
  'joint-interests.not_complete': {
    status: 409,
    title: 'It cannot be sent yet: something is missing.',
    next: 'The page says what. Everybody in it has hours, money and a role of their own, and has agreed to the same terms.',
  },
})

const SAID: Record<string, () => Error> = {
  HW120: () => refuse('joint-interests.wrong_state'),
  HW121: () => refuse('joint-interests.wrong_state'),
  HW122: () => refuse('joint-interests.answered_alone'),
  HW123: () => refuse('joint-interests.not_their_own_words'),
  HW124: () => refuse('joint-interests.not_complete'),
  HW156: () => refuse('joint-interests.paused'),
  // A member's size changed in the moment it was sent: whoever loads the page again reads what it counts as now.
  HW157: () => refuse('joint-interests.wrong_state'),
  '23505': () => refuse('joint-interests.in_another'),
}

/** What the database says to whoever came at the same moment as somebody else, in this noun's words. */
export const asRefusal = (error: unknown): unknown => SAID[sqlState(error) ?? '']?.() ?? error
