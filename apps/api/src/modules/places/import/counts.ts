/** What became of the rows. Every row read ends in exactly one of the others, `repaired` and `doubtful` aside. */
export interface Counts {
  read: number
  fresh: number
  changed: number
  unchanged: number
  /** Better known from another source. */
  kept: number
  linked: number
  /** Of districts nobody asked for. */
  elsewhere: number
  refused: number
  repaired: number
  doubtful: number
}

export const noCounts = (): Counts => ({
  read: 0,
  fresh: 0,
  changed: 0,
  unchanged: 0,
  kept: 0,
  linked: 0,
  elsewhere: 0,
  refused: 0,
  repaired: 0,
  doubtful: 0,
})

/** Told as often as a piece of a file has been read. */
export interface Progress {
  readonly file: string
  /** Rows of this file so far. */
  readonly rows: number
  readonly bytes: number
  readonly totalBytes: number
}
export type OnProgress = (progress: Progress) => void
