import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'organisations.not_found': {
    status: 404,
    title: 'We do not know this organisation.',
    next: 'Check the address, or look under your own organisation.',
  },
  'organisations.area_unknown': {
    status: 422,
    title: 'One of these areas does not belong to this place.',
    next: 'Choose from the areas on the page; load it again if it has been open for long.',
  },
  'organisations.no_contact': {
    status: 422,
    title: 'We have no way to reach you.',
    next: 'Give an email address or a telephone number. One of the two is enough.',
  },
  'organisations.entry_claimed': {
    status: 409,
    title: 'Somebody has already registered here as this entry of the charity register.',
    next: 'Ask your colleagues, or ring the contact of your place. You can also go on without the entry.',
  },
  'organisations.entry_unknown': {
    status: 422,
    title: 'We no longer find this entry of the charity register.',
    next: 'Search for your name again, or go on without the entry.',
  },
  'organisations.name_taken': {
    status: 409,
    title: 'An organisation with this name is already registered here.',
    next: 'If it is yours, ask a colleague who is in it. If not, add your neighbourhood to the name.',
  },
  'organisations.pause_day': {
    status: 422,
    title: 'A pause ends on a day within a year from now.',
    next: 'Choose today or a later day. You can make it longer at any time.',
  },
  'organisations.too_many_today': {
    status: 429,
    title: 'You have registered three organisations since this time yesterday.',
    next: 'Go on tomorrow. If you register for many groups, ring the contact of your place.',
  },
})
