import { type FieldProblem, ProblemError } from '@howcanwe/shared/http'
import type { TFunction } from 'i18next'

/** Any language's `t`; the keys used here are always written with their namespace. */
type Say = TFunction<never> | TFunction

const say = (t: Say, keys: string[], options: Record<string, unknown> = {}): string =>
  String((t as (k: string[], o: object) => unknown)(keys, options))

/** The code of a refusal; anything that is not one of ours is `server.unexpected`. */
export const codeOf = (error: unknown): string =>
  error instanceof ProblemError ? error.code : 'server.unexpected'

export const isProblem = (error: unknown, code: string): boolean => codeOf(error) === code

/** The status of a refusal, 0 without an answer. */
export const statusOf = (error: unknown): number =>
  error instanceof ProblemError ? error.problem.status : 0

/** The sentence for a refusal, in the reader's language (catalogue `problems`). */
export const sentenceOf = (t: Say, error: unknown): string =>
  say(t, [`problems:${codeOf(error)}`, 'problems:server.unexpected'])

/** '#/body/contact/email' → 'contact.email'; '#/query/q' → 'q'; '' for the whole. RFC 6901. */
export const nameOf = (pointer: string): string =>
  pointer
    .replace(/^#?\/?/, '')
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')

export interface FieldError {
  /** As react-hook-form knows it: 'criteria.0.weight'. */
  name: string
  /** `required`, `too_short`, `too_long`, `not_allowed`, `invalid`, `hidden_characters` … */
  code: string
  limit?: number | undefined
}

/** What a refusal says about single fields. */
export const fieldErrorsOf = (error: unknown): FieldError[] =>
  error instanceof ProblemError
    ? (error.problem.errors ?? []).map(({ pointer, code, limit }: FieldProblem) => ({
        name: nameOf(pointer),
        code,
        limit,
      }))
    : []

/**
 * One field's error as a sentence. Looks first for `<ns>:errors.<name>.<code>` ("Enter your email address, like
 * name@example.com"), where the numbers of a list are left out of the name, then for the common sentence.
 */
export function fieldSentence(t: Say, error: FieldError, ns?: string): string {
  const name = error.name.replace(/\.\d+(?=\.|$)/g, '')
  const own = ns ? [`${ns}:errors.${name}.${error.code}`] : []
  return say(t, [...own, `problems:field.${error.code}`, 'problems:field.invalid'], {
    limit: error.limit,
    count: error.limit,
  })
}
