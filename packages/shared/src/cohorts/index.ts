export { cohortsContract } from './cohorts.contract.ts'
export { COHORT_SIZE, type Cohort, chooseCohort, cohort } from './cohorts.schemas.ts'
