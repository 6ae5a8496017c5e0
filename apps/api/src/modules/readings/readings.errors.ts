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
  'readings.group_unknown': {
    status: 422,
    title: 'One of these is not a small group we can write to here.',
    next: 'Nobody has been asked. Load the page again, untick it and send the rest.',
  },
  'readings.group_paused': {
    status: 409,
    title: 'One of these has asked not to be asked for now.',
    next: 'Nobody has been asked. Untick the one named below and send the rest.',
  },
  'readings.already_asked': {
    status: 409,
    title: 'This has been asked already, and nobody is asked twice.',
    next: 'Load the page again to see who has been asked.',
  },
  'readings.asked_enough': {
    status: 409,
    title: 'Twelve groups are as many as one challenge can ask.',
    next: 'Nobody more has been asked. Send the link yourself to people you know.',
  },
  'readings.no_broker': {
    status: 409,
    title: 'No broker of this place can be written to yet.',
    next: 'Send the link to residents you know, or ring the contact of your place.',
  },
})
