import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'roles.not_found': {
    status: 404,
    title: 'We do not know this role, or it is not in your place.',
    next: 'Load the list again.',
  },
  'roles.wrong_state': {
    status: 409,
    title: 'This role has changed since you looked.',
    next: 'Load the list again to see how it stands now.',
  },
  'roles.already_held': {
    status: 409,
    title: 'There is such a role already: held, suspended, or asked for.',
    next: 'Find it in the list, and change it there.',
  },
  'roles.not_by_yourself': {
    status: 409,
    title: 'Nobody gives themselves a role.',
    next: 'Ask another steward, or whoever runs this service.',
  },
  'roles.second_steward': {
    status: 409,
    title: 'You proposed this steward, so a second one says yes.',
    next: 'Ask another steward to look here. If there is none, ask whoever runs this service.',
  },
  'roles.number_unknown': {
    status: 422,
    title: 'Nobody has signed in with this number yet.',
    next: 'Ask them to sign in with it once, or give their email address instead.',
  },
  'roles.scope_unknown': {
    status: 422,
    title: 'There is no such challenge, body or group in this place.',
    next: 'Choose one from the list.',
  },
  'roles.until_past': {
    status: 422,
    title: 'The last day of this role is over already.',
    next: 'Choose a later day, or leave it empty.',
  },
  'roles.last_one': {
    status: 409,
    title: 'This is the last one, and a place keeps a steward and a broker.',
    next: 'Give the role to somebody else first.',
  },
  'roles.still_needed': {
    status: 409,
    title: 'Somebody counts on you in this role: a challenge, a decision that is kept, or a group.',
    next: 'Hand it over or end it first. For a group, ring us and we find somebody.',
  },
  'roles.asked_often': {
    status: 429,
    title: 'You have asked for a role three times in a day.',
    next: 'Ring the contact of your place, or ask again tomorrow.',
  },
})
