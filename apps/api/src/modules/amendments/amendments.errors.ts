import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'amendments.nothing_changes': {
    status: 422,
    title: 'This says the same as before.',
    next: 'Change a field, or leave the challenge as it is.',
  },
  'amendments.more_than_a_typo': {
    status: 422,
    title: 'This is more than a typing error, counted from the words people first read.',
    next: 'Call it a clarification if it means the same, or a change of substance if it does not.',
  },
  'amendments.is_substance': {
    status: 422,
    title: 'Figures, dates and lengths of time are part of what people answer to, also in words.',
    next: 'Call it a change of substance. Everybody is told and gets five working days more.',
  },
  'amendments.taken_back': {
    status: 422,
    title: 'What was offered is not taken back.',
    next: 'Money, hours and time to answer can only grow. To offer less, take the challenge back.',
  },
  'amendments.left_empty': {
    status: 422,
    title: 'This cannot be left empty now that people have read it.',
    next: 'Say it in other words.',
  },
  'amendments.pause_too_long': {
    status: 422,
    title: 'A pause lasts from a day to sixty days.',
    next: 'Choose a nearer day, or take the challenge back with a public reason.',
  },
  'amendments.paused_enough': {
    status: 422,
    title: 'A challenge is paused three times at most, and for ninety days in all.',
    next: 'Choose a nearer day if some are left, let it go on, or take it back with a public reason.',
  },
  'amendments.open_too_long': {
    status: 422,
    title: 'A challenge is open for twelve months at most.',
    next: 'Choose a nearer day. If the ask itself changes so late, take it back and ask again.',
  },
})
