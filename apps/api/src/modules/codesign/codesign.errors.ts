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
  'codesign.by_draw': {
    status: 409,
    title: 'This group draws its people, so that everybody has a fair chance.',
    next: 'Put the name in for the draw on the group’s page.',
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
  'codesign.code_unknown': {
    status: 404,
    title: 'No group is joined by these words.',
    next: 'Check the words on the poster, or look through the groups to join.',
  },
  'codesign.no_place_here': {
    status: 403,
    title: 'Your place in this group is not open on this device.',
    next: 'Open it with the link in our message or the words on your slip, or sign in.',
  },
  'codesign.slip_unknown': {
    status: 404,
    title: 'This does not open a place.',
    next: 'Check the reference and the words, or ring us for a new slip.',
  },
  'codesign.too_many_tries': {
    status: 429,
    title: 'There were too many wrong tries for this slip today.',
    next: 'Try again tomorrow, or ring us: we make you a new one at once.',
  },
  'codesign.claimed_by_another': {
    status: 409,
    title: 'This place belongs to another account, or you have one in this group already.',
    next: 'Ring us if that is not right.',
  },
  'codesign.contact_has_place': {
    status: 409,
    title: 'Somebody with this contact has a place in the group already.',
    next: 'Look in the list of people. Two people who share a phone? Give “through somebody” for one of them.',
  },
  'codesign.blocs_agreed': {
    status: 409,
    title: 'The group has agreed its charter, so who sits with which voice stays as it is.',
    next: 'Whoever changes sides leaves and joins again, and the group is told.',
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
  'codesign.not_a_codesign_group': {
    status: 422,
    title: 'A group that is told or asked may not be called a co-design group.',
    next: 'Give it another name, or give people more say.',
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
