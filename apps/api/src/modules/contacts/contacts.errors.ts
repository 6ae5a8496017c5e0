import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'contacts.not_found': {
    status: 404,
    title: 'This entry is not in the address book any more.',
    next: 'Load the address book again.',
  },
  'contacts.not_reachable': {
    status: 422,
    title: 'Nobody can be reached by this entry.',
    next: 'Give an email address or a telephone number. One of the two is enough.',
  },
  'contacts.not_phone': {
    status: 422,
    title: 'This does not look like a telephone number.',
    next: 'Write it with its area code, or with + and the country in front.',
  },
  'contacts.email_taken': {
    status: 409,
    title: 'Somebody with this email address is in the address book already.',
    next: 'Look them up and change what it says of them.',
  },
  'contacts.already_there': {
    status: 409,
    title: 'This person of this organisation is in the address book already, with this number.',
    next: 'Look them up and change what it says of them.',
  },
  'contacts.kept_out': {
    status: 409,
    title: 'They asked not to be in the address book.',
    next: 'If they have said yes since, add them as somebody new and say that they know.',
  },
  'contacts.too_large': {
    status: 413,
    title: 'This file is larger than 1 MB.',
    next: 'Split it and bring in the parts one after another.',
  },
  'contacts.not_a_table': {
    status: 422,
    title: 'We could not read this file as a table.',
    next: 'Save it as CSV and choose it again.',
  },
  'contacts.no_columns': {
    status: 422,
    title:
      'We found no column for the organisation, or none for an email address or a telephone number.',
    next: 'Name the columns in the first row, then choose the file again.',
  },
  'contacts.too_many': {
    status: 422,
    title: 'That is more than 2,000 rows.',
    next: 'Split the file and bring in the parts one after another.',
  },
  'contacts.other_file': {
    status: 409,
    title: 'This is not the file you looked through.',
    next: 'Choose it again, look, then bring it in.',
  },
  'contacts.book_changed': {
    status: 409,
    title: 'Somebody changed the address book since you looked.',
    next: 'Look once more at what this file would do now. Nothing has been brought in.',
  },
  'contacts.nothing_new': {
    status: 422,
    title: 'There is nothing in this file that can be added.',
    next: 'Mend the lines that were refused, or leave it: the book has the others already.',
  },
})
