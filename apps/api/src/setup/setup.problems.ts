/** What is wrong with a file, and where. The sentence is found by `code` in `setup.words.ts`. */
export interface SetupProblem {
  /** RFC 6901, from the start of the file: '/people/0/email'. Empty: the file as a whole. */
  pointer: string
  code: ProblemCode
  /** A name, a limit, or what would be right. */
  about?: string | undefined
}

export type ProblemCode =
  | 'unreadable'
  | 'not_json'
  | 'required'
  | 'too_short'
  | 'too_long'
  | 'too_small'
  | 'too_big'
  | 'not_allowed'
  | 'not_one_of'
  | 'hidden_characters'
  | 'invalid'
  | 'no_areas'
  | 'no_public_body'
  | 'no_broker'
  | 'no_pay'
  | 'no_working_day'
  | 'no_complaints_contact'
  | 'contact_unreachable'
  | 'body_unreachable'
  | 'twice'
  | 'area_unknown'
  | 'body_unknown'
  | 'commissioner_without_body'
  | 'nothing_to_be'
  | 'demo_place'
  | 'host_taken'
  | 'host_needed'
  | 'place_ended'

/** The file cannot be carried out; nothing was written. */
export class SetupRefused extends Error {
  readonly problems: readonly SetupProblem[]

  constructor(problems: readonly SetupProblem[]) {
    super(problems.map(({ pointer, code }) => `${pointer} ${code}`).join(', '))
    this.name = 'SetupRefused'
    this.problems = problems
  }
}
