import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'payments.item_not_found': {
    status: 404,
    title: 'There is no such payment for you.',
    next: 'Load the page again. If something is missing, ring the person who runs the group.',
  },
  'payments.session_not_found': {
    status: 404,
    title: 'This session cannot be paid for here.',
    next: 'Choose one from the list. A session that was cancelled in good time is not paid.',
  },
  'payments.batch_not_found': {
    status: 404,
    title: 'There is no such batch here.',
    next: 'Go back to the list of batches.',
  },
  'payments.too_late_to_choose': {
    status: 409,
    title: 'This is being paid already, so the choice stands.',
    next: 'Ring the person who runs the group if it should go another way.',
  },
  'payments.not_less': {
    status: 422,
    title: 'Less means: more than nothing, and less than the whole.',
    next: 'Type a smaller amount, or choose all or nothing.',
  },
  'payments.no_vouchers': {
    status: 422,
    title: 'This place does not give vouchers.',
    next: 'Choose one of the other ways.',
  },
  'payments.not_paid_here': {
    status: 422,
    title: 'Whoever is sent by an employer is not paid from here.',
    next: 'Ask your employer for your time and your fares.',
  },
  'payments.beforehand': {
    status: 422,
    title: 'Money beforehand is asked for before a session begins, money you spent after that.',
    next: 'Choose the other of the two, or another session.',
  },
  'payments.receipt_needed': {
    status: 422,
    title: 'For this amount the place needs a receipt.',
    next: 'Keep the receipt, tick the box, and show it to the person who runs the group. Lost it? Ring us.',
  },
  'payments.claimed_already': {
    status: 409,
    title: 'You have asked for this already.',
    next: 'It is in the list below. To change it, ring the person who runs the group.',
  },
  'payments.nothing_to_settle': {
    status: 409,
    title: 'There is nothing to settle here now.',
    next: 'Say what it really cost once the money has come and the session is over.',
  },
  'payments.attendance_stands': {
    status: 409,
    title: 'This is written down already, and pay follows from it.',
    next: 'You can still add somebody who is missing. To put something right, ring your finance clerk.',
  },
  'payments.way_said': {
    status: 409,
    title: 'They have said already how money should reach them, and only they change that.',
    next: 'Load the page again. To change it they open their place, or you print them a new slip.',
  },
  'payments.hours_not_more': {
    status: 422,
    title: 'This is not more than what is put down already, or more than sixteen hours.',
    next: 'Say all the time you gave, getting ready included. Was it less? Ring the person who runs the group.',
  },
  'payments.hours_asked': {
    status: 409,
    title: 'You have said this already, and it waits for an answer.',
    next: 'You see below by when. Ring the person who runs the group to change what you said.',
  },
  'payments.hours_not_found': {
    status: 404,
    title: 'This has been answered already, or is not there.',
    next: 'Load the page again.',
  },
  'payments.no_rates': {
    status: 409,
    title: 'This place has not said yet what it pays.',
    next: 'Ask a steward to set the rates. Nothing has been written down.',
  },
  'payments.own_item': {
    status: 409,
    title: 'Pay takes two people, and neither is the one who is paid.',
    next: 'Whoever runs the group confirms, and another person approves. Ask a colleague.',
  },
  'payments.items_changed': {
    status: 409,
    title: 'Some of these have changed meanwhile.',
    next: 'Load the page again and look at the list. Nothing has been approved or sent.',
  },
  'payments.no_way': {
    status: 409,
    title: 'Nobody knows how the money should reach any of these people.',
    next: 'They are on your list again. They are asked on their own page, or by whoever runs the group.',
  },
  'payments.file_made': {
    status: 409,
    title: 'The file of this batch has been made already.',
    next: 'To make it again, say why. The reason is kept with your name.',
  },
  'payments.no_file_yet': {
    status: 409,
    title: 'The file of this batch has not been made yet.',
    next: 'Make the file first, take it to the bank, and come back.',
  },
})
