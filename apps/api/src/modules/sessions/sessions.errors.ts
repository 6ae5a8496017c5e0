import { sqlState } from '../../db/database.ts'
import { refusals } from '../../http/app-error.ts'

const again = 'Read the page again: something has changed.'
const catalogue = {
  'sessions.not_found': {
    status: 404,
    title: 'We cannot find this session.',
    next: 'Go back to the list of sessions of the group.',
  },
  'sessions.over': {
    status: 409,
    title: 'This session is over, or it was called off.',
    next: 'Look at the next session of the group.',
  },
  'sessions.wrong_state': {
    status: 409,
    title: 'The session is not at the stage for this.',
    next: again,
  },
  'sessions.needs_open': {
    status: 409,
    title: 'Somebody in the group needs something that is not sorted yet.',
    next: 'Arrange it and ask the person whether it fits, or explain to them why it cannot be. Everybody counts who has not said no. After the session, say whether it was there.',
  },
  'sessions.room_too_small': {
    status: 409,
    title: 'More people have said yes than the room would hold.',
    next: 'Find a larger room, or ring people first.',
  },
  'sessions.agenda_out': {
    status: 409,
    title: 'The agenda has gone out.',
    next: 'Ring whoever runs the group if something must change.',
  },
  'sessions.no_time_left': {
    status: 409,
    title: 'The session is not long enough for this.',
    next: 'Ask for fewer minutes, or keep it for the next session.',
  },
  'sessions.first_third': {
    status: 409,
    title: 'The first third of the agenda belongs to the residents.',
    next: 'Put what residents raised first, ask them for more, or wait until a resident gives time back.',
  },
  'sessions.residents_only': {
    status: 403,
    title: 'Only a resident can give the residents’ time back.',
    next: 'Ask the residents of the group.',
  },
  'sessions.theirs': {
    status: 403,
    title: 'What somebody else raised is theirs to take off.',
    next: 'Ring them, or move it down the agenda.',
  },
  'sessions.other_items': {
    status: 409,
    title: 'The agenda has changed since you opened it.',
    next: 'Read it again. What you typed is still here.',
  },
  'sessions.too_late_to_decide': {
    status: 409,
    title:
      'Nothing can be decided on this in this session: no paper was out five working days before.',
    next: 'Talk about it now, and decide at the next session.',
  },
  'sessions.papers_after_agenda': {
    status: 409,
    title: 'Papers go out after the agenda.',
    next: 'Let the agenda go out first, with the residents’ items in front.',
  },
  'sessions.paper_empty': {
    status: 422,
    title: 'A paper needs its text or a link.',
    next: 'Write it here in plain words, or give the address where it stands.',
  },
  'sessions.need_not_found': {
    status: 404,
    title: 'This need is not here any more.',
    next: 'Read the list again. The person may have taken it back.',
  },
  'sessions.not_arranged_yet': {
    status: 409,
    title: 'This step does not come next.',
    next: 'First it is arranged, then the person says whether it fits. Whether it was there shows at the session.',
  },
  'sessions.say_what': {
    status: 422,
    title: 'Say what you arranged or why it cannot be.',
    next: 'One sentence is enough. Only you and the person can read it.',
  },
  'sessions.enough_needs': {
    status: 409,
    title: 'You have told us ten things already.',
    next: 'Take one back first, or ring whoever runs the group.',
  },
  'sessions.not_begun': {
    status: 409,
    title: 'The session has not begun yet.',
    next: 'Come back when it has.',
  },
  'sessions.pay_promised': {
    status: 409,
    title: 'It is less than two days before, and the paid time people were promised stands.',
    next: 'Leave the paid minutes as they are, or give more. Who was there shorter is written down afterwards.',
  },
  'sessions.extra_promised': {
    status: 409,
    title: 'Residents stopped the clock, and this is the extra session they are owed.',
    next: 'Keep it before the clock goes on, and paid for as long as it lasts.',
  },
  'sessions.not_that_week': {
    status: 409,
    title: 'This can be said from the end of a session for a week.',
    next: 'Ring whoever runs the group if you still want to say something.',
  },
  'sessions.felt_already': {
    status: 409,
    title: 'This person has said already how it felt.',
    next: 'Nothing to type in. They can change it themselves for a week.',
  },
} as const
export const refuse = refusals(catalogue)
type Code = keyof typeof catalogue

const BY_STATE: Record<string, Code> = {
  HW190: 'sessions.wrong_state',
  HW192: 'sessions.over',
  HW193: 'sessions.room_too_small',
  HW194: 'sessions.needs_open',
  HW195: 'sessions.first_third',
  HW196: 'sessions.papers_after_agenda',
  HW197: 'sessions.too_late_to_decide',
  HW198: 'sessions.not_that_week',
  HW199: 'sessions.residents_only',
  HW247: 'sessions.extra_promised',
  HW274: 'sessions.pay_promised',
}

/** What the database forbids, in the words of this noun; `as` where a state means something else here. */
export async function guarded<T>(run: () => Promise<T>, as: Record<string, Code> = {}): Promise<T> {
  try {
    return await run()
  } catch (error) {
    const state = sqlState(error) ?? ''
    const code = as[state] ?? BY_STATE[state]
    if (code) throw refuse(code)
    throw error
  }
}
