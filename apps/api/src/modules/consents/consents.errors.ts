import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'consents.wording_unknown': {
    status: 409,
    title: 'The text you agree to has changed since you opened this page.',
    next: 'Load the page again, read it and send the form once more.',
  },
  'consents.not_found': {
    status: 404,
    title: 'We have no such consent of yours.',
    next: 'Load the page again: it may have been taken back already.',
  },
  'consents.nothing_to_withdraw': {
    status: 409,
    title: 'This was said to be true, so there is nothing to take back.',
    next: 'If it is not true any more, change the entry of your organisation, or ring us.',
  },
})
