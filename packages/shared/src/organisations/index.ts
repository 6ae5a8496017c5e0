export { type Capacity, capacity } from './organisations.capacity.ts'
export { organisationsContract } from './organisations.contract.ts'
export { type Funding, funding } from './organisations.funding.ts'
export {
  GUARD_PERCENT,
  goesBeyond,
  type HoursSetAside,
  hoursSetAside,
  type Stretched,
  stretched,
} from './organisations.hours.ts'
export { type OwnServices, ownServices } from './organisations.open-data.ts'
export {
  AVAILABILITY,
  type Availability,
  changeCapacity,
  changeOrganisation,
  INCOME_BANDS,
  type IncomeBand,
  KINDS,
  type Kind,
  LIVED_EXPERIENCE,
  type Organisation,
  organisation,
  POSSIBLE_WITH,
  REACH_HOW,
  type RegisterCandidate,
  registerCandidate,
  registerOrganisation,
  SECTORS,
  type Sector,
  SKILLS,
  sectorOf,
} from './organisations.schemas.ts'
