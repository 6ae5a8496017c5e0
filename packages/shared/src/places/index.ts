export { placesContract } from './places.contract.ts'
export { area, type Place, place, THEMES, type Theme, theme } from './places.schemas.ts'
export {
  addDays,
  addWorkingDays,
  type Calendar,
  dayIn,
  dueAfter,
  dueBefore,
  endOfDay,
  isWorkingDay,
  workingDaysBetween,
} from './working-days.ts'
