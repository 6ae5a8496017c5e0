import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'identity.too_many_requests': {
    status: 429,
    title: 'We have sent several sign-in messages there already.',
    next: 'Look at your texts, or in your inbox and your spam folder. You can ask again in an hour, or ring us.',
  },
  'identity.too_many_texts': {
    status: 429,
    title: 'We cannot send more texts just now.',
    next: 'Use your email address, try again in a few hours, or ring us.',
  },
  'identity.texts_off': {
    status: 409,
    title: 'We do not send text messages here.',
    next: 'Use your email address. If you have none, ring us.',
  },
  'identity.number_not_texted': {
    status: 422,
    title: 'We can only send texts to mobile numbers of this country.',
    next: 'Check the number, or use your email address. If you have none, ring us.',
  },
  'identity.no_number': {
    status: 409,
    title: 'There is no number saved to prove.',
    next: 'Save your mobile number first, then ask for the six digits.',
  },
  'identity.number_taken': {
    status: 409,
    title: 'Somebody has proven this number theirs already.',
    next: 'If that was you, sign in with the number. If not, ring us.',
  },
  'identity.last_address': {
    status: 409,
    title: 'You sign in with this number, and have given us no email address.',
    next: 'Add an email address first; then you can change or delete the number.',
  },
  'identity.code_wrong': {
    status: 422,
    title: 'These are not the six digits we sent.',
    next: 'Check the newest email or text and type them again.',
  },
  'identity.code_over': {
    status: 410,
    title: 'This code no longer works.',
    next: 'A code lasts ten minutes and five tries. Ask for a new one.',
  },
  'identity.link_over': {
    status: 410,
    title: 'This link no longer works.',
    next: 'A link lasts ten minutes and works once. Ask for a new one.',
  },
  'identity.other_browser': {
    status: 409,
    title: 'You asked for this on another device or in another browser.',
    next: 'Go back to it and type the six digits there.',
  },
  'identity.session_over': {
    status: 401,
    title: 'You have been signed out.',
    next: 'Sign in again to go on.',
  },
  'identity.address_taken': {
    status: 409,
    title: 'Somebody signs in with this address already.',
    next: 'If that is you, sign in with it. If not, choose another address.',
  },
  'identity.device_unknown': {
    status: 404,
    title: 'This device is signed out already.',
    next: 'Load the page again to see where you are signed in.',
  },
  'identity.still_commissioner': {
    status: 409,
    title: 'You answer for a challenge that is not finished.',
    next: 'Hand it to a colleague or take it back, then come back here.',
  },
  'identity.still_keeper': {
    status: 409,
    title: 'You promised to look again at something that is kept.',
    next: 'Hand it to a colleague, or end it, then come back here.',
  },
  'identity.still_needed': {
    status: 409,
    title: 'You are the last steward or broker of a place.',
    next: 'Let a steward give the role to somebody else first, or ring us.',
  },
  'identity.still_lead': {
    status: 409,
    title: 'Nobody else speaks for your organisation, and it has answered a challenge.',
    next: 'Take that back while the challenge is open, or wait for the decision. If you cannot wait, ring us.',
  },
  'identity.still_facilitator': {
    status: 409,
    title: 'You run a group, and people in it wait for you.',
    next: 'Ring us: we find somebody to run it, then you can go.',
  },
  'identity.foreign_origin': {
    status: 403,
    title: 'This request came from another site.',
    next: 'Open this service in its own window and try again.',
  },
})
