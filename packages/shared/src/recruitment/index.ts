export * from './recruitment.contract.ts'
export * from './recruitment.schemas.ts'
