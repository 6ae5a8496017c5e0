export { type Balance, balanceOf, SECTORS_AT_LEAST } from './cohorts.balance.ts'
export { cohortsContract } from './cohorts.contract.ts'
export { COHORT_SIZE, type Cohort, chooseCohort, cohort } from './cohorts.schemas.ts'
