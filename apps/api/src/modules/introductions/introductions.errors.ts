import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'introductions.not_found': {
    status: 404,
    title: 'There is no such introduction for you.',
    next: 'Look at the list again. If you followed a link in an email, ring the contact of your place.',
  },
  'introductions.link_unknown': {
    status: 404,
    title: 'This link does not work, or no longer.',
    next: 'Use the newest email about it, or sign in and look under introductions.',
  },
  'introductions.organisation_unknown': {
    status: 422,
    title: 'An introduction is between two different organisations of this place.',
    next: 'Choose both from the list.',
  },
  'introductions.resting': {
    status: 409,
    title: 'One of the two has asked not to be asked for now.',
    next: 'Nobody has been asked. Try again when they are back. It does not count against them.',
  },
  'introductions.know_each_other': {
    status: 409,
    title: 'Somebody belongs to both of these organisations, so they can meet without us.',
    next: 'Choose two others.',
  },
  'introductions.lately': {
    status: 409,
    title: 'These two are being introduced, or were asked in the last six months.',
    next: 'Look at the list of introductions. Asking the same again so soon would wear people out.',
  },
  'introductions.wrong_state': {
    status: 409,
    title: 'This introduction is at another point by now.',
    next: 'Load the page again to see how it stands.',
  },
  'introductions.answered': {
    status: 409,
    title: 'Your organisation has answered this already.',
    next: 'Load the page again to see what was said. To change it, ring the contact of your place.',
  },
  'introductions.answers_themselves': {
    status: 409,
    title: 'They can answer themselves: somebody of theirs signs in, or has an email with a link.',
    next: 'Ring them and ask them to answer there. Nothing has been written down.',
  },
  'introductions.over': {
    status: 409,
    title: 'The time for this is over.',
    next: 'If you would still like to meet them, ring the contact of your place.',
  },
  'introductions.yes_stands': {
    status: 409,
    title: 'A yes can be taken back for a day. Yours stands by now.',
    next: 'If meeting them would not be right, ring the contact of your place.',
  },
  'introductions.not_reachable': {
    status: 422,
    title: 'We do not have that way of reaching you.',
    next: 'Choose another, or add it under your organisation first.',
  },
})
