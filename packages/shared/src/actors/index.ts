export { actorsContract } from './actors.contract.ts'
export {
  ACTOR_KINDS,
  type ActorKind,
  actorInput,
  KNOWN,
  type Known,
  known,
  type MapActor,
  type MapEntry,
  mapActor,
  mapEntry,
  mapEntryInput,
  type OfferedLine,
  type Tie,
  tie,
  type UnmetPair,
  unmetPair,
} from './actors.schemas.ts'
