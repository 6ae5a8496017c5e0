import type * as z from 'zod/mini'

/** The names after a colon in a path: '/challenges/:challengeId' → 'challengeId'. */
type PathKeys<P extends string> = P extends `${string}:${infer K}/${infer R}`
  ? K | PathKeys<`/${R}`>
  : P extends `${string}:${infer K}`
    ? K
    : never

type Shape = z.ZodMiniObject

/**
 * Who may knock. `anyone`: no account. `signed-in`: any person. A list: the person holds at least one of these
 * roles somewhere; each use case still asks its policy about *this* object.
 */
export type Access = 'anyone' | 'signed-in' | readonly string[]

/** One route, declared once: served by the API, called by web and tests, printed in the API docs. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below /api/v1. */
  readonly path: `/${string}`
  readonly summary: string
  readonly access: Access
  readonly params?: Shape
  readonly query?: Shape
  readonly body?: Shape
  readonly status?: 200 | 201 | 204
  readonly response: z.ZodMiniType
  /** Every refusal this route can give, beyond `request.*` and `auth.*`. */
  readonly errors?: readonly string[]
  /** The caller must say which version it saw: `If-Match`, else 428; stale gives 412. */
  readonly ifMatch?: true
  /** Answers that may be kept by shared caches; everything else is `private, no-store`. */
  readonly cache?: 'public'
  /** Where one caller may ask less often than everywhere else: requests from one address in a minute. */
  readonly limit?: { readonly perMinute: number }
  /** Nobody is told who calls: the client sends neither token nor cookie, and the server looks at neither (FR-11). */
  readonly anonymous?: true
  /**
   * Whoever acts for somebody may use it too, within this part of what they were asked to do; without it a supporter
   * is refused (`product-spec.md` §2.2). `any`: whatever they were asked.
   */
  readonly supporter?: 'any' | 'groups' | 'answers'
  /** Needs a proof of who asks that is at most five minutes old, else `auth.prove_again` (`trust.md` §4.5). */
  readonly stepUp?: true
}

type PathMatchesParams<E extends Endpoint> = [PathKeys<E['path']>] extends [never]
  ? unknown
  : E['params'] extends z.ZodMiniObject<infer S>
    ? [PathKeys<E['path']>, keyof S] extends [keyof S, PathKeys<E['path']>]
      ? unknown
      : { params: `params do not match ${E['path']}` }
    : { params: `params missing for ${E['path']}` }

/**
 * Declares a route. A path whose `:names` differ from the keys of `params` does not compile.
 *
 * @example
 * const read = endpoint({ method: 'GET', path: '/things/:id', summary: 'Read a thing', access: 'anyone',
 *   params: z.object({ id: z.uuid() }), response: thing })
 */
export const endpoint = <const E extends Endpoint>(e: E & PathMatchesParams<E>): E => e

type Out<S> = S extends z.ZodMiniType ? z.output<S> : undefined
type In<S> = S extends z.ZodMiniType ? z.input<S> : never

/** What a handler receives, parsed. */
export type Received<E extends Endpoint> = {
  params: Out<E['params']>
  query: Out<E['query']>
  body: Out<E['body']>
}

/** What handler and caller both call the result. */
export type Result<E extends Endpoint> = z.output<E['response']>

/** What a caller must give, and no more. */
export type CallArgs<E extends Endpoint> = {
  [K in 'params' | 'query' | 'body' as E[K] extends z.ZodMiniType ? K : never]: In<E[K]>
}
