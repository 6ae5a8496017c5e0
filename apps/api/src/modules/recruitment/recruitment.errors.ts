import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'recruitment.none': {
    status: 404,
    title: 'This group does not draw its people, or not now.',
    next: 'Look at the group’s page: you may be able to join at once.',
  },
  'recruitment.no_box': {
    status: 404,
    title: 'There is no file to draw from.',
    next: 'It is there from the day names close; where everybody gets a place, there is none.',
  },
  'recruitment.group_unknown': {
    status: 404,
    title: 'We cannot find a group that you run.',
    next: 'Go to your groups and choose it there.',
  },
  'recruitment.runs_already': {
    status: 409,
    title: 'This group is looking for people already.',
    next: 'Finish that draw first. Its page shows what is next.',
  },
  'recruitment.dates_out_of_order': {
    status: 422,
    title: 'These dates do not follow one another.',
    next: 'The last day for names is still to come, and the figure is known after it.',
  },
  'recruitment.targets_impossible': {
    status: 422,
    title: 'No group of this size can keep these targets.',
    next: 'Look at the question named below: at least is never above at most, all “at least” together fit the seats, and all “at most” together fill them.',
  },
  'recruitment.never_asked': {
    status: 422,
    title: 'A draw never asks about benefits, immigration or diagnosis.',
    next: 'Ask about something else that shows who is missing: where people live, their age, who they care for.',
  },
  'recruitment.sensitive': {
    status: 422,
    title: 'The question named below is sensitive.',
    next: 'Mark it as sensitive, so that people agree to it apart and can take it back, or ask something else.',
  },
  'recruitment.too_many_seats': {
    status: 422,
    title: 'The group has fewer free places than that.',
    next: 'Choose fewer seats, or make the group larger first.',
  },
  'recruitment.wrong_state': {
    status: 409,
    title: 'The draw has moved on, so this step is not open now.',
    next: 'Load the page again; it shows what is next.',
  },
  'recruitment.figure_known': {
    status: 409,
    title: 'The figure may be known by now, so the dates stay.',
    next: 'Draw, and look for more people afterwards.',
  },
  'recruitment.figure_not_yet': {
    status: 409,
    title: 'The figure is not known yet.',
    next: 'Come back when it has been announced; the day stands on this page.',
  },
  'recruitment.figures_differ': {
    status: 409,
    title: 'The two of you typed different figures.',
    next: 'Look it up again, both of you, and type it anew. Nothing was drawn.',
  },
  'recruitment.closed': {
    status: 409,
    title: 'Names are closed for this draw.',
    next: 'Look at the other groups, or ring us and ask about a place.',
  },
  'recruitment.contact_invalid': {
    status: 422,
    title: 'We could not reach you with this.',
    next: 'Check the email address or phone number. Nothing you typed is lost.',
  },
  'recruitment.contact_in': {
    status: 409,
    title: 'A name with this contact is in the draw already.',
    next: 'Is this somebody else who shares the phone or address? Choose “through somebody”, and write whom to ask for.',
  },
  'recruitment.name_unknown': {
    status: 404,
    title: 'Nobody was written down for this draw with this name and contact.',
    next: 'Ask how they gave their name and contact. Whoever put their own name in has a link in our message.',
  },
  'recruitment.answer_unknown': {
    status: 422,
    title: 'One of the answers is not on the list.',
    next: 'Load the page again and choose from what it shows.',
  },
  'recruitment.consent_needed': {
    status: 422,
    title: 'One of your answers needs a yes of its own.',
    next: 'Tick that we may use it for this draw, or leave the question open. Your name counts either way.',
  },
  'recruitment.slip_unknown': {
    status: 404,
    title: 'This link does not open a name in a draw.',
    next: 'Use the whole link of our message, or ring us.',
  },
  'recruitment.words_unknown': {
    status: 404,
    title: 'This reference and these words do not open a name in a draw.',
    next: 'Look at the slip again and type them as they stand there, or ring us.',
  },
  'recruitment.too_many_tries': {
    status: 429,
    title: 'There were five wrong tries for this slip today.',
    next: 'Try again tomorrow, or ring us.',
  },
})
