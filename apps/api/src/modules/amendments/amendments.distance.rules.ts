/** How many characters it takes to get from one text to the other, up to a bound. */
export function editDistance(a: string, b: string, bound: number): number {
  let [start, endA, endB] = [0, a.length, b.length]
  while (start < endA && start < endB && a[start] === b[start]) start += 1
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1
    endB -= 1
  }
  const [one, other] = [a.slice(start, endA), b.slice(start, endB)]
  if (Math.abs(one.length - other.length) > bound || one.length > 20 * bound) return bound + 1
  let row = Array.from({ length: other.length + 1 }, (_, j) => j)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return Math.min(row[other.length] ?? 0, bound + 1)
}
