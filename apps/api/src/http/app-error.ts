import type { FieldProblem } from '@howcanwe/shared/http'

export interface Refusal {
  status: 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 422 | 428 | 429 | 503
  /** A sentence a person understands. */
  title: string
  /** What they can do next. */
  next: string
}

/**
 * A refusal: a stable code, a sentence and a next step. Its text never holds what somebody typed, so it may be
 * logged and shown (`house.md` §8, row 7).
 */
export class AppError extends Error {
  readonly code: string
  readonly refusal: Refusal
  readonly fields: FieldProblem[] | undefined
  readonly currentVersion: number | undefined
  constructor(
    code: string,
    refusal: Refusal,
    more: { fields?: FieldProblem[]; currentVersion?: number } = {},
  ) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.refusal = refusal
    this.fields = more.fields
    this.currentVersion = more.currentVersion
  }
}

/**
 * The refusals of a noun, declared in one place.
 *
 * @example
 * export const refuse = refusals({ 'interests.not_found': { status: 404, title: '…', next: '…' } })
 * throw refuse('interests.not_found')
 */
export function refusals<const R extends Record<string, Refusal>>(catalogue: R) {
  return (
    code: keyof R & string,
    more: { fields?: FieldProblem[]; currentVersion?: number } = {},
  ): AppError => new AppError(code, catalogue[code] as Refusal, more)
}

/** The refusals that belong to no noun. */
export const refuse = refusals({
  'auth.required': {
    status: 401,
    title: 'Please sign in first.',
    next: 'Ask for a sign-in mail; it takes a minute and needs no password.',
  },
  'auth.forbidden': {
    status: 403,
    title: 'Your role here does not allow this.',
    next: 'If you think it should, ring the contact of your place.',
  },
  'auth.second_factor': {
    status: 403,
    title: 'This needs your passkey as well.',
    next: 'Confirm with your passkey, or add one under My details; it takes a minute.',
  },
  'auth.prove_again': {
    status: 403,
    title: 'Please show once more that it is you.',
    next: 'Confirm with your passkey or with six digits, then press again. Nothing you typed is lost.',
  },
  'auth.not_for_supporters': {
    status: 403,
    title: 'You act for somebody, and this is not part of it.',
    next: 'They can do it themselves, or give you more to do for them under My details.',
  },
  'auth.not_supporting': {
    status: 403,
    title: 'You do not act for this person, or no longer.',
    next: 'Go back to acting for yourself. They can ask you again under My details.',
  },
  'request.invalid': {
    status: 400,
    title: 'Some of what was sent is missing or not right.',
    next: 'Each field that needs a change is named below. Nothing you typed is lost.',
  },
  'request.not_found': {
    status: 404,
    title: 'There is nothing at this address.',
    next: 'Check the address, or start from the home page.',
  },
  'request.too_large': {
    status: 413,
    title: 'That is more text than we can take at once.',
    next: 'Shorten it and send it again.',
  },
  'request.rate_limited': {
    status: 429,
    title: 'That was many requests in a short time.',
    next: 'Wait a minute and try again.',
  },
  'request.busy': {
    status: 503,
    title: 'The service is very busy.',
    next: 'Try again in a few seconds. Nothing you typed is lost.',
  },
  'request.read_only': {
    status: 503,
    title: 'Nothing can be changed just now: whoever runs this site is checking its record.',
    next: 'You can read everything. Keep what you typed somewhere else, and try again later today, or ring the contact of your place.',
  },
  'request.conflict': {
    status: 409,
    title: 'This does not fit with how things stand now.',
    next: 'Load the page again; somebody may have changed something. What you typed is kept.',
  },
  'request.version_needed': {
    status: 428,
    title: 'The request does not say which version it changes.',
    next: 'Read it again and send its version as If-Match.',
  },
  'request.stale': {
    status: 412,
    title: 'Somebody changed this while you were writing.',
    next: 'Look at the newer text and choose which to keep.',
  },
})
