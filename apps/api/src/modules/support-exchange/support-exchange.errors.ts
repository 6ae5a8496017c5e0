import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'support-exchange.not_found': {
    status: 404,
    title: 'We do not know this, or it is not yours.',
    next: 'Load the page again; it may have ended or been taken back.',
  },
  'support-exchange.not_ours': {
    status: 403,
    title: 'You do not speak for this organisation.',
    next: 'Open your own organisation and go on from there.',
  },
  'support-exchange.day': {
    status: 422,
    title: 'The last day lies in the past, or more than a year away.',
    next: 'Choose today or a later day within a year.',
  },
  'support-exchange.not_now': {
    status: 409,
    title: 'They are not taking anything on just now.',
    next: 'Look at the other offers, or ask the broker of your place.',
  },
  'support-exchange.wrong_state': {
    status: 409,
    title: 'This has moved on in the meantime.',
    next: 'Load the page again to see how it stands.',
  },
})
