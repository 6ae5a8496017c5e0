import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'supporters.not_found': {
    status: 404,
    title: 'We cannot find this, or it is over.',
    next: 'Load the page again to see how things stand now.',
  },
  'supporters.oneself': {
    status: 422,
    title: 'This is your own address or number.',
    next: 'Give the address or number of whoever is to help you.',
  },
  'supporters.until_wrong': {
    status: 422,
    title: 'This day does not fit.',
    next: 'Choose a day from today on, at most twelve months away.',
  },
  'supporters.asked_already': {
    status: 409,
    title: 'You have asked at this address already.',
    next: 'Wait for the answer, or take your question back and ask anew.',
  },
  'supporters.enough': {
    status: 409,
    title: 'You have asked many people in a short time.',
    next: 'Take a question back that nobody has answered, or try again tomorrow.',
  },
  'supporters.over': {
    status: 410,
    title: 'The time for this is over.',
    next: 'They can ask you again under My details.',
  },
  'supporters.own_place': {
    status: 409,
    title:
      'One of you has a place in this group already, and a group hears one voice from the two of you.',
    next: 'Leave that place first, or end the help, under My details. Nothing you typed is lost.',
  },
  'supporters.has_power': {
    status: 409,
    title: 'You decide things in a place where this person belongs to an organisation.',
    next: 'So you cannot answer for them. Ask them to choose somebody else, or to ask you for groups alone.',
  },
  'supporters.other_organisation': {
    status: 409,
    title: 'You belong to another organisation in a place where this person answers for theirs.',
    next: 'So you cannot answer for them. Ask them to choose somebody else, or to ask you for groups alone.',
  },
})
