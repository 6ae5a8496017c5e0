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
})
