export type MarkShape = 'square' | 'circle' | 'triangle' | 'diamond' | 'pentagon'
export type MarkTone = 'slate' | 'brick' | 'pine' | 'plum' | 'ink'

export interface SectorMarkProps {
  shape: MarkShape
  tone: MarkTone
  /** Always shown: shape and colour never stand alone. */
  word: string
}

const PATHS: Record<MarkShape, string> = {
  square: 'M2 2h12v12H2z',
  circle: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z',
  triangle: 'M8 1.5 15 14H1z',
  diamond: 'M8 .8 15.2 8 8 15.2.8 8z',
  pentagon: 'M8 1l7 5.2L12.4 15H3.6L1 6.2z',
}

/** Which kind of party this is: a shape, a colour and a word. */
export function SectorMark({ shape, tone, word }: SectorMarkProps) {
  return (
    <span className={`hcw-mark hcw-mark--${tone}`}>
      <svg className="hcw-mark__shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={PATHS[shape]} />
      </svg>
      {word}
    </span>
  )
}
