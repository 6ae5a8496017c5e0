import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'protections.not_found': {
    status: 404,
    title: 'We cannot find this decision.',
    next: 'Look through what this place decided to keep, or ring its contact.',
  },
  'protections.frozen': {
    status: 409,
    title: 'This decision is out, so its words stay as they are.',
    next: 'Add a note with a date if something in it is wrong.',
  },
  'protections.wrong_state': {
    status: 409,
    title: 'This cannot be done at the stage the decision is in.',
    next: 'A draft has to be published first; what has ended stays ended.',
  },
  'protections.incomplete': {
    status: 422,
    title: 'Some of what people need to know is still missing.',
    next: 'Each missing part is named below. Everything you wrote is saved.',
  },
  'protections.review_date': {
    status: 422,
    title: 'The next review does not fit.',
    next: 'To keep it, choose a day three to twenty-four months from now. To end it, give none.',
  },
  'protections.colleague_unknown': {
    status: 422,
    title: 'This person is not a commissioner in this place.',
    next: 'Choose a colleague from the list. The contact of your place can add one.',
  },
  'protections.area_unknown': {
    status: 422,
    title: 'One of these areas is not in this place.',
    next: 'Choose areas from the list.',
  },
})
