import type { OnProgress, Progress } from '../modules/places/import/index.ts'

/** The part of a terminal we need; `process.stderr` is one. */
export interface Screen {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

const BAR = 24
const LINE_EVERY = 10_000
const REDRAW_MS = 100
const count = (n: number) => n.toLocaleString('en-GB')

/** '[██████░░] 74 %  120,000 rows  publicextract.charity.txt', cut to the width of the screen. */
export function barOf({ file, rows, bytes, totalBytes }: Progress, columns: number): string {
  const share = totalBytes > 0 ? Math.min(1, bytes / totalBytes) : 1
  const full = Math.round(share * BAR)
  const bar = '█'.repeat(full) + '░'.repeat(BAR - full)
  const percent = `${Math.floor(share * 100)}`.padStart(3)
  return `[${bar}] ${percent} %  ${count(rows)} rows  ${file}`.slice(0, Math.max(20, columns - 1))
}

/**
 * Shows how far an import is: a bar that redraws itself on a terminal, one line per 10,000 rows elsewhere (logs,
 * pipes).
 */
export function progressOn(
  screen: Screen,
  now: () => number = Date.now,
): { show: OnProgress; end: () => void } {
  let drawnAt = 0
  let drawn = false
  let told = { file: '', step: 0 }
  const draw = (progress: Progress) => {
    const finished = progress.bytes >= progress.totalBytes
    if (!finished && now() - drawnAt < REDRAW_MS) return
    drawnAt = now()
    drawn = true
    screen.write(`\r\u001b[2K${barOf(progress, screen.columns ?? 80)}`)
  }
  const tell = ({ file, rows }: Progress) => {
    const step = Math.floor(rows / LINE_EVERY)
    if (file !== told.file) told = { file, step: 0 }
    if (step === told.step) return
    told = { file, step }
    screen.write(`${file}: ${count(step * LINE_EVERY)} rows\n`)
  }
  return {
    show: (progress) => (screen.isTTY ? draw(progress) : tell(progress)),
    end: () => {
      if (drawn) screen.write('\r\u001b[2K')
    },
  }
}
