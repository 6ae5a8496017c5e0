import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'readings.over': {
    status: 409,
    title: 'The time for reading this challenge before it opens is over.',
    next: 'Its page says how to take part now, or how to ask a question.',
  },
  'readings.is_party': {
    status: 403,
    title: 'You have a part in asking this, so you cannot be one of its readers.',
    next: 'Send the link to residents and small groups you know.',
  },
  'readings.organisation_unknown': {
    status: 422,
    title: 'You do not belong to this organisation here.',
    next: 'Choose one of your own organisations, or read it as a resident.',
  },
  'readings.quote_changed': {
    status: 409,
    title: 'The sentence you marked is not in the challenge any more.',
    next: 'It was changed meanwhile. Look whether it is right now; your words are still here.',
  },
  'readings.enough': {
    status: 409,
    title: 'You have said twenty things about this challenge, which is as many as one person can.',
    next: 'Ring the contact of your place if there is more.',
  },
  'readings.not_found': {
    status: 404,
    title: 'We do not know this comment.',
    next: 'Load the page again to see what your readers said.',
  },
  'readings.already_answered': {
    status: 409,
    title: 'This comment has been answered already.',
    next: 'Load the page again to read the answer.',
  },
})
