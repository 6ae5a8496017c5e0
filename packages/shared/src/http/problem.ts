import * as z from 'zod/mini'

/** One thing wrong with one field, so that a form can say it beside that field. */
export const fieldProblem = z.object({
  /** RFC 6901 JSON Pointer from the start of the part: '#/body/contact/email'. */
  pointer: z.string(),
  /** `required`, `too_short`, `too_long`, `not_allowed` … stable, translated by the reader's client. */
  code: z.string(),
  /** The limit a `too_…` code speaks of. */
  limit: z.optional(z.number()),
})
export type FieldProblem = z.infer<typeof fieldProblem>

/** RFC 9457. `code` is `noun.reason` and never changes; `title` is a sentence a person understands. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  /** The next step, where there is one. */
  detail: z.optional(z.string()),
  /** The request's id, to quote to whoever helps. */
  instance: z.optional(z.string()),
  code: z.string(),
  errors: z.optional(z.array(fieldProblem)),
  /** With 412: the version that is stored now. */
  currentVersion: z.optional(z.number()),
})
export type Problem = z.infer<typeof problem>

/** A refusal, on the caller's side. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(p: Problem) {
    super(`${p.status} ${p.code}`)
    this.name = 'ProblemError'
    this.problem = p
  }
  get code(): string {
    return this.problem.code
  }
}
