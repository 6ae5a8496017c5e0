export { accountNumberOf, ibanOf, sortCodeOf } from './payments.bank.ts'
export { paymentsContract } from './payments.contract.ts'
export {
  type Batch,
  type ClerkDesk,
  type ClerkItem,
  type GroupItem,
  type GroupPay,
  newAdvice,
  newRate,
  newSettings,
  type PayFigures,
  type PayRules,
} from './payments.desk.schemas.ts'
export type { GroupHours, HoursAsk, OwnHours } from './payments.hours.ts'
export * from './payments.kinds.ts'
export type { LeavingPay } from './payments.leaving.ts'
export {
  type Advice,
  because,
  choiceSaid,
  claimExpense,
  makeChoice,
  type OwnPay,
  type OwnWay,
  type PayItem,
  setWay,
} from './payments.schemas.ts'
