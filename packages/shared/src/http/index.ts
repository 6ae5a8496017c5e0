export {
  type Call,
  type CallOptions,
  createClient,
  type Transport,
  urlOf,
  type WireRequest,
  type WireResponse,
} from './client.ts'
export { cursorPage, id, instant, nothing, pageOf, text, wholeDay } from './codecs.ts'
export {
  type Access,
  type CallArgs,
  type Endpoint,
  endpoint,
  type Received,
  type Result,
} from './endpoint.ts'
export { type FieldProblem, fieldProblem, type Problem, ProblemError, problem } from './problem.ts'
