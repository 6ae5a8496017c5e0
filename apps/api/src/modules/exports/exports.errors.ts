import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'exports.too_long': {
    status: 422,
    title: 'This list is too long for one file.',
    next: 'Ask whoever runs the service for it; they can take it out in parts.',
  },
})
