import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'matching.candidate_unknown': {
    status: 422,
    title: 'This is not an organisation of this place or its register.',
    next: 'Load the list again: it may have left.',
  },
  'matching.already_in': {
    status: 409,
    title: 'They have been invited already.',
    next: 'Whoever is invited is not folded away. Load the list again to see who has been.',
  },
  'matching.reason_missing': {
    status: 422,
    title: 'Say in a few words why they do not fit.',
    next: 'Only brokers read it. A few words are enough.',
  },
  'matching.nothing_to_take_back': {
    status: 409,
    title: 'Nothing stands that could be taken back.',
    next: 'Somebody was quicker. Load the list again.',
  },
  'matching.same_weights': {
    status: 409,
    title: 'These are the weights that stand already.',
    next: 'Change at least two of them, or leave them as they are.',
  },
})
