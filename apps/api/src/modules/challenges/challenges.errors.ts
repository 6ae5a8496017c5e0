import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'challenges.not_found': {
    status: 404,
    title: 'We cannot find this challenge.',
    next: 'Look through the open challenges, or ring the contact of your place.',
  },
  'challenges.closed': {
    status: 409,
    title: 'This challenge has closed.',
    next: 'The closing time was on its page. Other challenges may be open now.',
  },
  'challenges.paused': {
    status: 409,
    title: 'This challenge is paused.',
    next: 'Its page says until when and why. The time you had left is kept.',
  },
  'challenges.wrong_state': {
    status: 409,
    title: 'This cannot be done at the stage the challenge is in.',
    next: 'Its page shows which stage it is in, and what comes next.',
  },
  'challenges.already_open': {
    status: 409,
    title: 'This challenge is no longer a draft, so it cannot be changed.',
    next: 'If something in it is wrong, ring your broker, or take it back with a public reason.',
  },
  'challenges.incomplete': {
    status: 422,
    title: 'Some of what people need to know is still missing.',
    next: 'Each missing part is named below. Everything you wrote is saved.',
  },
  'challenges.squeezes_out': {
    status: 422,
    title: 'Something in it would keep small groups out.',
    next: 'Change whatever is red, or say in public why it stays.',
  },
  'challenges.not_read_yet': {
    status: 409,
    title: 'Nobody has read it through yet.',
    next: 'Send it to its first readers. It may still change while they read.',
  },
  'challenges.read_too_short': {
    status: 409,
    title: 'It needs five working days, two residents and two small groups before it opens.',
    next: 'Send the link to people you know. Your broker may shorten this, with a public reason.',
  },
  'challenges.comments_unanswered': {
    status: 409,
    title: 'Somebody who read it still waits for your answer.',
    next: 'Answer each comment. A sentence is enough.',
  },
  'challenges.no_public_body': {
    status: 422,
    title: 'You do not belong to a public body in this place yet.',
    next: 'Ask the contact of your place to add you to your council or health body.',
  },
  'challenges.colleague_unknown': {
    status: 422,
    title: 'This person is not a commissioner in this place.',
    next: 'Choose a colleague from the list. The contact of your place can add one.',
  },
  'challenges.area_unknown': {
    status: 422,
    title: 'One of these areas is not in this place.',
    next: 'Choose areas from the list.',
  },
})
