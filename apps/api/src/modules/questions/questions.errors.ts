import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'questions.not_found': {
    status: 404,
    title: 'We do not know this question, or it is not yours to answer.',
    next: 'Open the questions of the challenge from your desk.',
  },
  'questions.over': {
    status: 409,
    title: 'The time for questions about this challenge is over.',
    next: 'Read the answers on its page, or ring the contact of your place.',
  },
  'questions.holds_contact': {
    status: 422,
    title:
      'The question holds an email address or telephone number, so everybody would see who asks.',
    next: 'Take it out and send the question again. The answer comes to everybody on the page.',
  },
  'questions.too_many_waiting': {
    status: 409,
    title: 'Very many questions about this challenge are waiting for an answer.',
    next: 'Come back when some have been answered, or ring the contact of your place.',
  },
  'questions.asked_enough': {
    status: 429,
    title: 'Five questions about this challenge came today from your internet connection.',
    next: 'Others may share it, in a library or at work. Ask tomorrow, or ring the contact of your place.',
  },
  'questions.already_closed': {
    status: 409,
    title: 'This question has been answered already.',
    next: 'Load the page again to read the answer.',
  },
  'questions.cannot_merge': {
    status: 422,
    title: 'These two questions cannot be put together.',
    next: 'Choose one of the same challenge that waits or has an answer.',
  },
  'questions.broker_only': {
    status: 403,
    title: 'Only a broker of the place can take the words of a question out of sight.',
    next: 'Decline it with its words in sight, or ask your broker to.',
  },
})
