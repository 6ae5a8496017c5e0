/**
 * Every address of the site, once. `path` is what the router matches, calling the entry writes the link:
 * `paths.challenge({ slug })` → '/challenges/keep-halls-open'.
 */
type Names<P extends string> = P extends `${string}:${infer K}/${infer R}`
  ? K | Names<`/${R}`>
  : P extends `${string}:${infer K}`
    ? K
    : never

type Params<P extends string> = { [K in Names<P>]: string }
type Query = Record<string, string | readonly string[] | undefined>

export interface Address<P extends string> {
  (
    ...given: [Names<P>] extends [never]
      ? [params?: Params<P>, query?: Query]
      : [params: Params<P>, query?: Query]
  ): string
  readonly path: P
}

function searchOf(query: Query): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value ?? []].flat()) if (one !== '') search.append(name, String(one))
  }
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

export function at<const P extends string>(path: P): Address<P> {
  const write = (params: Record<string, string> = {}, query: Query = {}): string =>
    path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? '')) +
    searchOf(query)
  return Object.assign(write, { path }) as Address<P>
}

export const paths = {
  home: at('/'),
  challenges: at('/challenges'),
  challenge: at('/challenges/:slug'),
  interest: at('/challenges/:slug/interest'),
  askQuestion: at('/challenges/:slug/ask'),
  place: at('/place'),
  /** What is being read before it opens. */
  beingRead: at('/reading'),
  /** A challenge before it opens, for whoever has the link. */
  readThrough: at('/read/:challengeId'),
  kept: at('/protected'),
  protection: at('/protected/:slug'),
  groups: at('/groups'),
  group: at('/groups/:groupId'),
  joinGroup: at('/groups/:groupId/join'),
  /** The token stands behind the #, as with `signInLink`. */
  leaveGroup: at('/groups/leave'),
  /** `query.next`: where to go afterwards. */
  signIn: at('/sign-in'),
  /** The token stands behind the #, so that no server or log sees it. */
  signInLink: at('/sign-in/link'),
  /** Where a person starts after signing in; it leads on at once. */
  welcome: at('/welcome'),
  /** Who does what here, for everyone. */
  peopleHere: at('/people-here'),
  desk: at('/desk'),
  myGroups: at('/desk/groups'),
  /** What people are owed, for the finance clerk who approves it. */
  payDesk: at('/desk/pay'),
  newChallenge: at('/desk/challenges/new'),
  editChallenge: at('/desk/challenges/:challengeId/edit'),
  previewChallenge: at('/desk/challenges/:challengeId/preview'),
  newGroup: at('/desk/challenges/:challengeId/groups/new'),
  responses: at('/desk/challenges/:challengeId/responses'),
  matches: at('/desk/challenges/:challengeId/matches'),
  followReading: at('/desk/challenges/:challengeId/read-through'),
  answerQuestions: at('/desk/challenges/:challengeId/questions'),
  amendChallenge: at('/desk/challenges/:challengeId/amend'),
  /** A broker's list: every organisation of the place. */
  organisationsDesk: at('/desk/organisations'),
  /** A steward's page: who has which role. */
  roles: at('/desk/roles'),
  myProtections: at('/desk/protections'),
  /** What was typed in a question comes along as the state of the address. */
  newProtection: at('/desk/protections/new'),
  editProtection: at('/desk/protections/:protectionId'),
  organisation: at('/organisation'),
  registerOrganisation: at('/organisation/register'),
  capacity: at('/organisation/capacity'),
  /** Where the quarterly letter leads. */
  refreshCapacity: at('/organisations/:organisationId/capacity/refresh'),
  today: at('/today'),
  me: at('/me'),
  myPart: at('/me/:part'),
  myRoles: at('/me/roles'),
  help: at('/help'),
  checkABrief: at('/check-a-brief'),
  accessibility: at('/accessibility'),
  privacy: at('/privacy'),
  decisions: at('/how-decisions-are-made'),
  trail: at('/trail'),
  inbox: at('/dev/inbox'),
  styleguide: at('/styleguide'),
} as const

/** A `next` that stays on this site: a path, never another address. */
export const safeNext = (next: string | null): string =>
  next && /^\/(?![/\\])/.test(next) ? next : paths.home()
