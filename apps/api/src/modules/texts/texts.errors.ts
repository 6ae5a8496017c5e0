import { refusals } from '../../http/app-error.ts'

const catalogue = {
  'texts.not_here': {
    status: 404,
    title: 'No texts are taken here.',
    next: 'Set SMS_INBOUND_TOKEN to let people text back.',
  },
  'texts.not_the_gateway': {
    status: 401,
    title: 'Only the text gateway may hand in texts.',
    next: 'Send the token of SMS_INBOUND_TOKEN as bearer.',
  },
  'texts.not_found': {
    status: 404,
    title: 'This text does not wait any more.',
    next: 'Read the list again: somebody may have dealt with it.',
  },
} as const
export const refuse = refusals(catalogue)
