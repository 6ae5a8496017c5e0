import { describe, expect, it } from 'vitest'
import { barOf, progressOn } from './progress.ts'

const at = (rows: number, bytes = rows, totalBytes = 30_000) => ({
  file: 'a.txt',
  rows,
  bytes,
  totalBytes,
})

function screen(isTTY: boolean) {
  const written: string[] = []
  return { isTTY, columns: 60, write: (text: string) => written.push(text), written }
}

describe('an operator watches an import', () => {
  it('sees a bar that fills up and fits the window', () => {
    expect(barOf(at(15_000), 80)).toBe('[████████████░░░░░░░░░░░░]  50 %  15,000 rows  a.txt')
    expect(barOf(at(30_000), 80)).toContain('100 %')
    expect(barOf(at(0, 0, 0), 80)).toContain('100 %')
    expect(barOf(at(15_000), 30).length).toBeLessThan(30)
  })

  it('sees it redrawn ten times a second at most, and at the end', () => {
    let now = 1_000
    const terminal = screen(true)
    const { show, end } = progressOn(terminal, () => now)
    show(at(1))
    show(at(2))
    now += 100
    show(at(3))
    show(at(30_000))
    end()
    expect(terminal.written).toHaveLength(4)
    expect(terminal.written[2]).toContain('30,000 rows')
    expect(terminal.written[3]).toBe('\r\u001b[2K')
  })

  it('reads a line per 10,000 rows in a log file', () => {
    const log = screen(false)
    const { show, end } = progressOn(log)
    for (let rows = 500; rows <= 25_000; rows += 500) show(at(rows))
    show({ ...at(10_000), file: 'b.txt' })
    end()
    expect(log.written).toEqual([
      'a.txt: 10,000 rows\n',
      'a.txt: 20,000 rows\n',
      'b.txt: 10,000 rows\n',
    ])
  })
})
