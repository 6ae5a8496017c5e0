export * from './sessions.words.ts'
