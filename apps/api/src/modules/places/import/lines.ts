import { isUtf8 } from 'node:buffer'

/** A physical line longer than this is refused; the longest real row is about 20 kB. */
export const LONGEST_LINE = 1024 * 1024
const KEPT_OF_TOO_LONG = 300
const LF = 0x0a
const CR = 0x0d

export interface Line {
  /** From 1, as an editor counts. */
  readonly no: number
  readonly text: string
  /** Not UTF-8 (read as Windows-1252) or holding characters no text may hold (dropped). */
  readonly repaired: boolean
  readonly tooLong: boolean
}

const windows1252 = new TextDecoder('windows-1252')
/** NUL and its kin; tab, new line and return stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g

/** Bytes to text that a database accepts, whatever wrote them. */
export function decode(bytes: Uint8Array): { text: string; repaired: boolean } {
  const utf8 = isUtf8(bytes)
  const read = utf8 ? Buffer.from(bytes).toString('utf8') : windows1252.decode(bytes)
  const text = read.replace(FORBIDDEN, '')
  return { text, repaired: !utf8 || text.length !== read.length }
}

/**
 * Cuts chunks of bytes into lines (LF or CRLF; a byte-order mark is dropped). Holds at most one line, so memory
 * does not grow with the file; of a line that is too long only the beginning is kept.
 */
export class LineSplitter {
  private carry: Buffer[] = []
  private carried = 0
  private skipping = false
  private no = 0

  push(chunk: Buffer): Line[] {
    const lines: Line[] = []
    let from = 0
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      this.keep(chunk.subarray(from, at))
      lines.push(this.take())
      from = at + 1
    }
    this.keep(chunk.subarray(from))
    return lines
  }

  /** What is left after the last line feed. */
  end(): Line[] {
    return this.carried > 0 || this.skipping ? [this.take()] : []
  }

  private keep(part: Buffer): void {
    if (this.skipping || part.length === 0) return
    this.carry.push(part)
    this.carried += part.length
    if (this.carried <= LONGEST_LINE) return
    this.skipping = true
    this.carry = [Buffer.concat(this.carry).subarray(0, KEPT_OF_TOO_LONG)]
  }

  private take(): Line {
    const whole = this.carry.length === 1 ? this.carry[0] : Buffer.concat(this.carry)
    const tooLong = this.skipping
    this.carry = []
    this.carried = 0
    this.skipping = false
    this.no += 1
    let bytes = whole ?? Buffer.alloc(0)
    if (bytes.at(-1) === CR) bytes = bytes.subarray(0, -1)
    if (this.no === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
      bytes = bytes.subarray(3)
    }
    return { no: this.no, tooLong, ...decode(bytes) }
  }
}
