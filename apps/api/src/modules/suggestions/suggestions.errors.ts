import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
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
  'codesign.member_not_found': {
    status: 404,
    title: 'This person is not in the group any more.',
    next: 'Read the list again.',
  },
  'suggestions.not_found': {
    status: 404,
    title: 'We cannot find this suggestion.',
    next: 'Read the list of the group again.',
  },
  'suggestions.group_over': {
    status: 409,
    title: 'This group has marked its homework, so nothing is added any more.',
    next: 'Put a question on the table yourself: it becomes its own group when people stand behind it.',
  },
  'suggestions.wrong_state': {
    status: 409,
    title: 'Somebody else has written down what becomes of it meanwhile.',
    next: 'Read the list again. Say first that it was heard, then what becomes of it.',
  },
  'suggestions.reason_needed': {
    status: 422,
    title: 'A no, or a part of it, needs its reason and the name of somebody who answers for it.',
    next: 'Write a sentence or two that whoever said it would accept as an answer.',
  },
  'suggestions.dates': {
    status: 422,
    title: 'This day does not fit.',
    next: 'It is decided within three months after it was said; a meeting and a promise lie in time to come.',
  },
  'suggestions.marking_closed': {
    status: 409,
    title: 'Homework is marked from when the group reports back until its meeting is closed.',
    next: 'Read what the others marked, or ring whoever runs the group.',
  },
  'suggestions.ladder_closed': {
    status: 409,
    title:
      'Where the group stood is asked once it has met to mark the homework, until it is closed.',
    next: 'Come back after the meeting, or ring whoever runs the group.',
  },
  'suggestions.step_too_early': {
    status: 409,
    title: 'The group cannot take this step yet.',
    next: 'First every suggestion is heard, then the group meets to mark the homework, then everybody is asked how much say they had.',
  },
  'suggestions.meeting_stands': {
    status: 409,
    title: 'A day for this meeting is set already.',
    next: 'Move it or call it off on the page of the session, then set another day.',
  },
  'codesign.session_in_past': {
    status: 422,
    title: 'This date lies in the past.',
    next: 'Choose a day and a time to come.',
  },
  'suggestions.influence_inside': {
    status: 403,
    title: 'Only the group reads this for now.',
    next: 'Open your place in the group. Everybody can read it once the group is closed or says so.',
  },
})
