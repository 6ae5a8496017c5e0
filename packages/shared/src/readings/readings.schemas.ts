import * as z from 'zod/mini'

/** Whose eyes they were (§2.4): both kinds have to have looked before a challenge opens. */
export const READS_AS = ['resident', 'organisation'] as const
export const readsAs = z.enum(READS_AS)
