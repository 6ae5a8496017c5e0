import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'passkeys.not_made': {
    status: 422,
    title: 'Your phone or computer did not make a passkey that we can use.',
    next: 'Try again, with your fingerprint, face or PIN. You have five minutes each time.',
  },
  'passkeys.known_already': {
    status: 409,
    title: 'This phone or computer keeps a passkey of yours already.',
    next: 'You can use it as it is, or add one on another device.',
  },
  'passkeys.too_many': {
    status: 409,
    title: 'You have ten passkeys already.',
    next: 'Remove one that you no longer use, then add the new one.',
  },
  'passkeys.not_found': {
    status: 404,
    title: 'This passkey is gone already.',
    next: 'Load the page again to see those you have.',
  },
  'passkeys.last_one': {
    status: 409,
    title: 'This is your only passkey, and a role of yours needs one.',
    next: 'Add another one first, then remove this one.',
  },
  'passkeys.none': {
    status: 409,
    title: 'Recovery codes belong to a passkey, and you have none.',
    next: 'Add a passkey first; eight codes come with it.',
  },
  'passkeys.not_confirmed': {
    status: 422,
    title: 'That did not show us that it is you.',
    next: 'Try again with a passkey of yours. You have five minutes each time.',
  },
  'passkeys.recovery_wrong': {
    status: 422,
    title: 'This is not one of your recovery codes, or it has been used.',
    next: 'Look at your list again. Each code works once.',
  },
  'passkeys.recovery_wait': {
    status: 429,
    title: 'That was five tries with recovery codes.',
    next: 'Wait a quarter of an hour and try again, or ask the steward of your place.',
  },
  'passkeys.passkey_needed': {
    status: 409,
    title: 'You have a passkey, so six digits are not enough here.',
    next: 'Use your passkey, or one of your recovery codes.',
  },
  'passkeys.nowhere_to_send': {
    status: 409,
    title: 'We have no address or number of yours to send six digits to.',
    next: 'Add a passkey under My details, or ring us.',
  },
  'passkeys.person_unknown': {
    status: 404,
    title: 'Nobody of this kind holds a role in your place.',
    next: 'Choose somebody from the list of roles.',
  },
  'passkeys.not_oneself': {
    status: 409,
    title: 'Nobody takes away all passkeys of their own.',
    next: 'Ask another steward of your place.',
  },
  'passkeys.reset_by_operator': {
    status: 409,
    title: 'A steward does not take away the passkeys of a steward.',
    next: 'Ask whoever runs this service for you. They do it once they know who is asking.',
  },
})
