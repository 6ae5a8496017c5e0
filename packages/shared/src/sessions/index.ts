export {
  changeBody,
  needStep,
  outcomeBody,
  type Person,
  type Plan,
  paperBody,
} from './plan.schemas.ts'
export { sessionsContract } from './sessions.contract.ts'
export {
  type AgendaItem,
  type Felt,
  type FeltMean,
  feltBody,
  needBody,
  type OwnNeed,
  type Paper,
  raiseBody,
  replyBody,
  type SessionBrief,
  type SessionInside,
  type SessionsOfGroup,
} from './sessions.schemas.ts'
export {
  NEED_KINDS,
  NEED_STATES,
  type NeedKind,
  type NeedState,
  OUTCOMES,
  type Outcome,
  PURPOSES,
  type Purpose,
  REMIND,
  REPLIES,
  type Remind,
  type Reply,
  RING_ABOUT,
  type RingAbout,
} from './sessions.words.ts'
