export * from './payments.kinds.ts'
