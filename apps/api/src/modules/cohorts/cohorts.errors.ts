import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'cohorts.not_found': {
    status: 404,
    title: 'Nobody has been chosen for this challenge yet.',
    next: 'Its page says by when the choice is made.',
  },
  'cohorts.interest_unknown': {
    status: 422,
    title: 'One of these answers does not belong to this challenge, or was taken back.',
    next: 'Load the page again; what you typed is kept on this device.',
  },
  'cohorts.decided_twice': {
    status: 422,
    title: 'One organisation is named twice.',
    next: 'Each is either chosen or not this time, once.',
  },
  'cohorts.decision_missing': {
    status: 422,
    title: 'Somebody has no answer yet.',
    next: 'Give every organisation a decision and a reason of its own. Then everybody is told at once.',
  },
  'cohorts.more_than_announced': {
    status: 422,
    title: 'These are more organisations than the challenge announced.',
    next: 'Choose as many as were announced, or fewer, but at least four.',
  },
  'cohorts.one_sector': {
    status: 422,
    title: 'All of these come from one sector.',
    next: 'Choose organisations from at least two sectors. The broker of your place can help you find others.',
  },
  'cohorts.reserved_places': {
    status: 422,
    title: 'The places kept for small organisations are not filled.',
    next: 'Choose at least one with less than £100,000 a year, and half with less than £1m, or say in public how you searched.',
  },
  'cohorts.criterion_unknown': {
    status: 422,
    title: 'One of these sentences is about a point the challenge does not have.',
    next: 'Write about the points the challenge was opened with; they stand beside each answer.',
  },
  'cohorts.criterion_twice': {
    status: 422,
    title: 'One point has two sentences in the same answer.',
    next: 'Put them together, and write about another point too.',
  },
  'cohorts.same_answer': {
    status: 422,
    title: 'More than half of those not chosen are told the same sentence.',
    next: 'Give each a sentence of its own. What they sent stands beside the box.',
  },
  'cohorts.step_does_not_fit': {
    status: 422,
    title: 'Somebody who was not chosen is told to start with the team.',
    next: 'Choose another next step for them.',
  },
  'cohorts.not_decided': {
    status: 409,
    title: 'There is no answer yet.',
    next: 'The page of the challenge says by when everybody hears.',
  },
  'cohorts.rating_closed': {
    status: 409,
    title: 'This was said more than thirty days ago, so it does not change any more.',
    next: 'To say something about the answer, ring the contact of your place.',
  },
  'cohorts.asked_already': {
    status: 409,
    title: 'Your organisation has asked its one question back.',
    next: 'To talk about it, ring the contact of your place.',
  },
  'cohorts.nothing_asked': {
    status: 409,
    title: 'This organisation has asked nothing back.',
    next: 'When it does, you get an email.',
  },
  'cohorts.answered_already': {
    status: 409,
    title: 'This question has been answered.',
    next: 'An answer stays as it was given. To add something, ring them.',
  },
})
