/** A text that is taken for the first time. */
export interface Came {
  number: string
  numberHash: Buffer
  text: string
  /** How many came from this number within a day. */
  today: number
}
