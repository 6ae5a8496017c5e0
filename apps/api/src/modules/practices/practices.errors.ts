import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'practices.not_found': {
    status: 404,
    title: 'We do not know this card, or it is not shown to everybody.',
    next: 'Look under what already works, or under your own organisation.',
  },
  'practices.not_ours': {
    status: 403,
    title: 'You do not speak for this organisation.',
    next: 'Open your own organisation and write the card there.',
  },
  'practices.not_to_copy': {
    status: 409,
    title: 'Whoever wrote this card asks that you do not copy it.',
    next: 'Ring or write to them first; the card says whom to ask.',
  },
  'practices.wrong_state': {
    status: 409,
    title: 'This card is no longer as it was on your screen.',
    next: 'Load the page again; a colleague may have shown it or taken it off.',
  },
})
