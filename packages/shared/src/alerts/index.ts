export { alertsContract } from './alerts.contract.ts'
export {
  HEARD,
  type Heard,
  type Hearing,
  HOWS,
  type How,
  MOST_SEARCHES,
  mayBe,
  type SavedSearch,
  STOPPED,
  type Stopped,
  savedSearch,
  searchInput,
  stopInput,
} from './alerts.schemas.ts'
