import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'proposals.not_found': {
    status: 404,
    title: 'We cannot find this question.',
    next: 'Look through the questions from residents, or ring the contact of your place.',
  },
  'proposals.own_not_found': {
    status: 404,
    title: 'This link does not work, or part of it is missing.',
    next: 'Take the whole link from your slip or your newest email, or ring us and say your reference.',
  },
  'proposals.slip_unknown': {
    status: 404,
    title: 'These words open no question.',
    next: 'Check the reference and the words on your slip, or ring us and say your reference.',
  },
  'proposals.too_many_tries': {
    status: 429,
    title: 'There were too many wrong tries today.',
    next: 'Try again tomorrow, or ring us and say your reference.',
  },
  'proposals.link_unknown': {
    status: 404,
    title: 'This link has been used up, or part of it is missing.',
    next: 'Open the question and stand behind it again. We send a new link.',
  },
  'proposals.contact_invalid': {
    status: 422,
    title: 'We could not reach you with this.',
    next: 'Check the email address or phone number. Nothing you typed is lost.',
  },
  'proposals.area_unknown': {
    status: 422,
    title: 'This neighbourhood is not part of the place.',
    next: 'Choose one from the list, or all of the place.',
  },
  'proposals.over': {
    status: 409,
    title: 'This question no longer gathers support.',
    next: 'Its page says what became of it.',
  },
  'proposals.wrong_state': {
    status: 409,
    title: 'Somebody has read this question already.',
    next: 'Read the list again.',
  },
  'proposals.words_stand': {
    status: 409,
    title: 'The words stand, because others stand behind them.',
    next: 'Ring us if something in them is wrong.',
  },
  'proposals.cannot_join': {
    status: 409,
    title: 'These two cannot be joined.',
    next: 'Both must be public and not yet answered. Read the list again.',
  },
  'proposals.name_needed': {
    status: 422,
    title: 'This is said by name, and we do not know yours.',
    next: 'Write your name under “My details”, then come back.',
  },
  'proposals.sponsored_already': {
    status: 409,
    title: 'You sponsor this question already.',
    next: 'Its page shows you by name.',
  },
  'proposals.answered': {
    status: 409,
    title: 'This has been answered already.',
    next: 'Read it again to see by whom.',
  },
  'proposals.too_short': {
    status: 422,
    title: 'A no needs at least two sentences of reasons.',
    next: 'Say what stands in the way, and what would have to change.',
  },
  'proposals.no_draft': {
    status: 409,
    title: 'There is no draft to say something about yet.',
    next: 'We write to you when somebody takes your question over.',
  },
  'proposals.comment_not_found': {
    status: 404,
    title: 'We cannot find these words of a co-author.',
    next: 'Open the draft again.',
  },
  'proposals.same_number': {
    status: 409,
    title: 'This number stands already.',
    next: 'Give another number, or leave it as it is.',
  },
})
