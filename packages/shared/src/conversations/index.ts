export * from './concerns.contract.ts'
export * from './conversations.contract.ts'
export * from './conversations.schemas.ts'
export * from './moderation.contract.ts'
