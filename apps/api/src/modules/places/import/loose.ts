/** Reading JSON that may be anything: what is not of the kind asked for is as good as absent. */
export type Loose = Readonly<Record<string, unknown>>

export const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The objects of a list; a single object counts as a list of one. */
export const looseList = (value: unknown): Loose[] =>
  (Array.isArray(value) ? value : [value]).filter(isLoose)

/** A text or a number as text, NFC, spaces once; '' for anything else. */
export const looseText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? `${value}`.normalize('NFC').replace(/\s+/gu, ' ').trim()
    : ''
