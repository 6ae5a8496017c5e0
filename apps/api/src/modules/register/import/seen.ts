/** A number as few bytes: 'SC042386' is the integer 42386 among those that begin with 'SC'. */
function packed(identifier: string): { group: string; number: number } | null {
  const parts = /^([A-Z]*)(\d{1,9})$/.exec(identifier)
  if (!parts?.[2]) return null
  return { group: `${parts[1]}${parts[2].length}`, number: Number(parts[2]) }
}

/**
 * On which line of a file a number stood first. Small integers instead of text keep the numbers of a whole
 * register in some 15 MB.
 */
export class Seen {
  private readonly numbers = new Map<string, Map<number, number>>()
  private readonly others = new Map<string, number>()

  lineOf(scheme: string, identifier: string): number | undefined {
    const key = packed(identifier)
    return key
      ? this.numbers.get(`${scheme}-${key.group}`)?.get(key.number)
      : this.others.get(`${scheme}-${identifier}`)
  }

  add(scheme: string, identifier: string, line: number): void {
    const key = packed(identifier)
    if (!key) {
      this.others.set(`${scheme}-${identifier}`, line)
      return
    }
    const group = `${scheme}-${key.group}`
    const lines = this.numbers.get(group) ?? new Map<number, number>()
    this.numbers.set(group, lines.set(key.number, line))
  }
}
