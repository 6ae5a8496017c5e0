import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'codesign.group_not_found': {
    status: 404,
    title: 'We cannot find this group.',
    next: 'Look through the groups to join, or ring the contact of your place.',
  },
  'codesign.group_full': {
    status: 409,
    title: 'All places in this group are taken.',
    next: 'Look at the other groups, or ring us and ask about a place.',
  },
  'codesign.contact_invalid': {
    status: 422,
    title: 'We could not reach you with this.',
    next: 'Check the email address or phone number. Nothing you typed is lost.',
  },
  'codesign.not_their_contact': {
    status: 422,
    title: 'This is not an address or number of the person you do this for.',
    next: 'Give the email address or the mobile number that stands under their details.',
  },
  'codesign.place_not_found': {
    status: 404,
    title: 'This link has been used, or part of it is missing.',
    next: 'If you still get messages from the group, ring us. We take you off the list.',
  },
  'codesign.member_not_found': {
    status: 404,
    title: 'This person is not in the group any more.',
    next: 'Read the list again.',
  },
  'codesign.no_needs': {
    status: 404,
    title: 'This person has not written down anything they need.',
    next: 'Ask when you speak to them.',
  },
  'codesign.facilitator_unknown': {
    status: 422,
    title: 'This person does not run groups in this place.',
    next: 'Choose somebody from the list, or ask the contact of your place to add them.',
  },
  'codesign.session_in_past': {
    status: 422,
    title: 'This session would start in the past.',
    next: 'Choose a day and time that are still to come.',
  },
  'challenges.wrong_state': {
    status: 409,
    title: 'A group can start only while its challenge is open or being worked on.',
    next: 'Open the challenge first. If it was taken back, start from another one.',
  },
})
