import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'invitations.candidate_unknown': {
    status: 422,
    title: 'One of these is not an organisation we can invite in this place.',
    next: 'Nobody has been invited. Load the list again, untick the one named below and send it again.',
  },
  'invitations.paused': {
    status: 409,
    title: 'One of these has asked not to be asked for now.',
    next: 'Nobody has been invited. Untick the one named below and send it again. It does not count against them.',
  },
  'invitations.already_invited': {
    status: 409,
    title: 'One of these has been invited to this question already.',
    next: 'Nobody has been invited twice. Load the list again to see who has been.',
  },
  'invitations.unbalanced': {
    status: 409,
    title: 'With these, too few of every ten invited would be small.',
    next: 'Nobody has been invited. Send as many fewer of the larger ones as is named below, or add the named number of organisations under £100,000 a year. Small ones alone may always go.',
  },
})
