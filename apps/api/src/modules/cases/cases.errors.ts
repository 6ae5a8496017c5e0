import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'cases.not_found': {
    status: 404,
    title: 'We do not know this case, or it is not yours to see.',
    next: 'Go back to your desk and load it again.',
  },
  'cases.subject_unknown': {
    status: 422,
    title: 'We cannot find whom or what this case is about in your place.',
    next: 'Choose it again from the list. Nothing has been saved.',
  },
  'cases.closed': {
    status: 409,
    title: 'This case is closed.',
    next: 'Open it again first; what you typed is kept.',
  },
  'cases.day_ahead': {
    status: 422,
    title: 'That day is still to come, and a line in the log cannot be changed afterwards.',
    next: 'Write the day it happened, or leave it empty for today. Nothing has been saved.',
  },
  'cases.own_organisation': {
    status: 403,
    title: 'You belong to this organisation, so you type for yourself, not as its broker.',
    next: 'Use the pages of your own organisation.',
  },
  'cases.stands_beside': {
    status: 403,
    title:
      'You stand on one side of a challenge that is open, and this organisation works on the same things.',
    next: 'Ask another broker, or the contact of the place, to type what they have. Nothing has been saved.',
  },
  'cases.has_people': {
    status: 409,
    title: 'Somebody of this organisation signs in themselves, so no slip is needed.',
    next: 'Ask them to add people, or ring the contact of the place.',
  },
  'cases.ring_them': {
    status: 409,
    title: 'Answers to this challenge cannot be typed for this organisation.',
    next: 'Ring them: whoever signs in there answers themselves. Whether anything was sent is not ours to say.',
  },
  'cases.one_a_challenge': {
    status: 409,
    title: 'You typed the answers of one organisation to this challenge already.',
    next: 'Ask another broker, or the contact of the place, to type for the next. Nothing has been sent.',
  },
  'cases.no_slip': {
    status: 409,
    title:
      'A slip is only for an organisation that was typed in here and that nobody took over yet.',
    next: 'Ring the contact of the place: they know how its people can get in.',
  },
  'cases.slip_unknown': {
    status: 404,
    title: 'This code does not work.',
    next: 'Look at the slip again: a word, four digits, a word. A slip works once, for 90 days. Ring whoever gave it to you.',
  },
  'cases.too_many_tries': {
    status: 429,
    title: 'That was five codes in a day.',
    next: 'Try again tomorrow, or ring whoever gave you the slip.',
  },
})
