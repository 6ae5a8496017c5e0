import { sqlState } from '../../db/database.ts'
import { refusals } from '../../http/app-error.ts'

export const refuse = refusals({
  'agreements.not_found': {
    status: 404,
    title: 'We do not know this agreement, or your organisation is not part of it.',
    next: 'Look under your agreements, or ring the contact of your place.',
  },
  'agreements.wrong_state': {
    status: 409,
    title: 'That does not fit with how this agreement stands now.',
    next: 'Load the page again. One that is confirmed is changed by drafting it again.',
  },
  'agreements.party_unknown': {
    status: 422,
    title: 'One of these organisations is not of this place.',
    next: 'Look it up again by its name.',
  },
  'agreements.resting': {
    status: 409,
    title: 'One of these organisations takes a pause, so nobody asks it for anything now.',
    next: 'Wait until its pause is over, or ring them: they can begin the page themselves.',
  },
  'agreements.parties': {
    status: 422,
    title: 'An agreement has two to eight parties.',
    next: 'Add one, or leave one out.',
  },
  'agreements.not_complete': {
    status: 409,
    title: 'It cannot be confirmed yet: something is missing.',
    next: 'The page says what. Each party says what it wants of it, and small ones are paid before they begin.',
  },
})

const SAID: Record<string, () => Error> = {
  HW120: () => refuse('agreements.wrong_state'),
  HW121: () => refuse('agreements.wrong_state'),
  HW124: () => refuse('agreements.not_complete'),
  HW156: () => refuse('agreements.resting'),
}

/** What the database says to whoever came at the same moment as somebody else, in this noun's words. */
export const asRefusal = (error: unknown): unknown => SAID[sqlState(error) ?? '']?.() ?? error
