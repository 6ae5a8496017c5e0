export { actorsContract } from './actors.contract.ts'
export {
  ACTOR_KINDS,
  type ActorKind,
  actorInput,
  KNOWN,
  type Known,
  known,
  type MapActor,
  mapActor,
  mapEntry,
  type OfferedLine,
  type Tie,
  tie,
  unmetPair,
} from './actors.schemas.ts'
