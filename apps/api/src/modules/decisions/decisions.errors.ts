import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'decisions.not_found': {
    status: 404,
    title: 'We cannot find this decision.',
    next: 'Look at the list of what the group decides.',
  },
  'decisions.no_charter': {
    status: 409,
    title: 'The group has not agreed its charter yet, so it decides nothing yet.',
    next: 'Agree the charter first: who sits with which voice stands in it.',
  },
  'decisions.wrong_state': {
    status: 409,
    title: 'This decision has moved on.',
    next: 'Read it again to see how far it is.',
  },
  'decisions.voice_missing': {
    status: 409,
    title: 'One of the three voices has nobody to answer.',
    next: 'Find somebody for that voice first. What residents decide alone needs residents only.',
  },
  'decisions.dates': {
    status: 422,
    title: 'These dates do not fit.',
    next: 'Close it between one minute and 60 days from now, and look again on a later day within two years.',
  },
  'decisions.closed': {
    status: 409,
    title: 'This is not open for answers now.',
    next: 'Read it again: it may be closed, on hold, or put in new words.',
  },
  'decisions.still_open': {
    status: 409,
    title: 'Its time is not over and not everybody has answered.',
    next: 'Wait for the time it was promised to stay open.',
  },
  'decisions.not_yours': {
    status: 403,
    title: 'Your voice is not asked for this one.',
    next: 'It may be for residents alone, or you may be resting. Ask whoever runs the group.',
  },
  'decisions.facilitator': {
    status: 403,
    title: 'Whoever runs a group does not answer in it.',
    next: 'Type in what others said, or read how it stands.',
  },
  'decisions.own_stands': {
    status: 409,
    title: 'This person has answered for themselves.',
    next: 'Ask them to change it themselves. What somebody answered is theirs alone.',
  },
  'decisions.objected': {
    status: 409,
    title: 'You have objected to this version already.',
    next: 'Take your objection back to put it in other words.',
  },
  'decisions.held_before': {
    status: 409,
    title: 'You have asked for this already, or the clock was stopped once for this version.',
    next: 'The clock can be stopped once for each version.',
  },
  'decisions.session_called': {
    status: 409,
    title: 'The extra session for this is announced already.',
    next: 'Change its day or place there. Only one that was called off is called again.',
  },
  'decisions.session_late': {
    status: 409,
    title: 'The extra session comes before the clock goes on, and is paid for as long as it lasts.',
    next: 'Choose an earlier day, or pay for all of it.',
  },
  'codesign.session_in_past': {
    status: 422,
    title: 'This date has passed.',
    next: 'Choose a day to come.',
  },
  'decisions.objections_open': {
    status: 409,
    title: 'An objection has no written answer yet.',
    next: 'Answer each objection in writing first. Your name stands under it.',
  },
  'decisions.they_objected': {
    status: 409,
    title: 'This person has objected to this version already.',
    next: 'What they said stands. They can take it back themselves.',
  },
  'decisions.they_held': {
    status: 409,
    title: 'They have asked for this already, or the clock was stopped once for this version.',
    next: 'The clock can be stopped once for each version.',
  },
  'decisions.paper_waits': {
    status: 409,
    title: 'Something said on paper or by telephone may still wait.',
    next: 'Type in what lies there, then say that nothing is left. It is counted by itself at the end of the next working day.',
  },
  'decisions.residents_alone': {
    status: 409,
    title: 'What residents decide alone stays with residents.',
    next: 'No public body has the last word over it, and it is not opened to the other voices.',
  },
  'decisions.broker': {
    status: 403,
    title: 'Whoever brokers for this question does not answer in its group.',
    next: 'You can read how it stands.',
  },
  'decisions.too_soon': {
    status: 409,
    title: 'People have not had these words for five working days.',
    next: 'Let it close after that day.',
  },
  'codesign.group_not_found': {
    status: 404,
    title: 'We cannot find this group.',
    next: 'Look through the groups to join, or ring the contact of your place.',
  },
  'codesign.no_place_here': {
    status: 403,
    title: 'Your place in this group is not open on this device.',
    next: 'Open it with the link in our message or the words on your slip, or sign in.',
  },
})
