import { AppError, refusals } from '../../http/app-error.ts'
import { refuseChallenge } from '../challenges/index.ts'

export const refuse = refusals({
  'interests.not_found': {
    status: 404,
    title: 'We do not know these answers, or they are not yours.',
    next: 'Look under what your organisation has sent, or ring the contact of your place.',
  },
  'interests.not_your_organisation': {
    status: 404,
    title: 'You cannot answer for this organisation here.',
    next: 'Choose one you belong to in this place. If it should be yours, ring the contact of your place.',
  },
  'interests.already_expressed': {
    status: 409,
    title: 'Your organisation has already answered this challenge.',
    next: 'Open what was sent; it can be changed until the deadline.',
  },
  'interests.too_many_words': {
    status: 422,
    title: 'All answers together are longer than 250 words.',
    next: 'Shorten them a little and send them again. Nothing you typed is lost.',
  },
  'interests.voice_without_words': {
    status: 422,
    title: 'You have spoken an answer, and its words are still missing.',
    next: 'Type a few words beside the recording, or ask somebody to type along. Or throw the recording away.',
  },
  'interests.voice_unreadable': {
    status: 422,
    title: 'This recording cannot be kept.',
    next: 'Record it again, up to a minute. If it happens twice, type a few words instead.',
  },
  'interests.voice_not_found': {
    status: 404,
    title: 'We do not know this recording, or it is not yours.',
    next: 'Load the page again; it may have been recorded anew or thrown away.',
  },
  'interests.asks_itself': {
    status: 409,
    title: 'The organisation that asks cannot answer its own challenge.',
    next: 'Invite others, or ask the broker of your place to.',
  },
  'interests.conflict': {
    status: 409,
    title: 'An organisation you belong to has answered, so you cannot read or decide this one.',
    next: 'Hand the challenge over to a colleague: on its page on your desk, under “Hand it over”.',
  },
  'interests.shared': {
    status: 409,
    title: 'Several organisations sent these answers as one, so they change them together.',
    next: 'Open the page of your answer together. Whoever convenes it can send it again or take it back.',
  },
  'interests.in_joint': {
    status: 409,
    title: 'Your organisation is part of an answer together with others here.',
    next: 'Leave that one first, on its page; what you wrote there is kept as a draft of your own.',
  },
  'interests.wrong_state': {
    status: 409,
    title: 'These answers were taken back or decided on, so they do not change any more.',
    next: 'Answers that were taken back can be sent again until the challenge closes.',
  },
})

/** Nobody reads before the deadline; the next step is to come back then. `opens`: the date, in words. */
export const sealed = (opens: string | undefined): AppError =>
  new AppError('interests.sealed', {
    status: 409,
    title: 'The answers are sealed until the deadline has passed.',
    next: opens
      ? `You can read them all from ${opens}. Until then nobody can see how many there are.`
      : 'This challenge was taken back or never opened, so its answers stay closed.',
  })

/** The database refused what came after the deadline (HW007), whatever our own check said a moment before. */
export const closed = (): AppError => refuseChallenge('challenges.closed')
