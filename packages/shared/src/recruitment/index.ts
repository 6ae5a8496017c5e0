export * from './recruitment.contract.ts'
export * from './recruitment.reach.ts'
export * from './recruitment.schemas.ts'
