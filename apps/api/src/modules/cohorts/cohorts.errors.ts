import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'cohorts.not_found': {
    status: 404,
    title: 'Nobody has been chosen for this challenge yet.',
    next: 'Its page says by when the choice is made.',
  },
  'cohorts.interest_unknown': {
    status: 422,
    title: 'One of these answers does not belong to this challenge, or was taken back.',
    next: 'Load the page again; what you typed is kept on this device.',
  },
  'cohorts.decided_twice': {
    status: 422,
    title: 'One organisation is named twice.',
    next: 'Each is either chosen or not this time, once.',
  },
  'cohorts.decision_missing': {
    status: 422,
    title: 'Somebody has no answer yet.',
    next: 'Give every organisation a decision and a reason of its own. Then everybody is told at once.',
  },
  'cohorts.more_than_announced': {
    status: 422,
    title: 'These are more organisations than the challenge announced.',
    next: 'Choose as many as were announced, or fewer, but at least four.',
  },
  'cohorts.one_sector': {
    status: 422,
    title: 'All of these come from one sector.',
    next: 'Choose organisations from at least two sectors. The broker of your place can help you find others.',
  },
  'cohorts.reserved_places': {
    status: 422,
    title: 'The places kept for small organisations are not filled.',
    next: 'Choose at least one with less than £100,000 a year, and half with less than £1m, or say in public how you searched.',
  },
})
