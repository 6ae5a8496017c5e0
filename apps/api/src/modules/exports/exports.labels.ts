import { en } from './exports.labels.en.ts'
import { nl } from './exports.labels.nl.ts'

/** Names of codes, by language. */
export const LABELS = { en, nl } as const
