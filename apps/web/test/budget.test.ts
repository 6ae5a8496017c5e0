// @vitest-environment node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

/** KiB of the first view, gzip (decision 17; performance.md P9; ux.md 5.5). */
const BUDGET = { js: 120, css: 20, font: 55 } as const
const DIST = join(import.meta.dirname, '../dist')
const HOME = 'src/app/pages/home-page.tsx'
/** Catalogues that every page reads, and those the router fetches for the home page. */
const router = readFileSync(join(import.meta.dirname, '../src/app/router.tsx'), 'utf8')
const declared = /paths\.home\.path,[^[]*\[([^\]]*)\]/.exec(router)?.[1] ?? ''
const HOME_WORDS = [
  'ui',
  'layout',
  ...[...declared.matchAll(/'([\w-]+)'/g)].map((match) => match[1]),
]

interface Chunk {
  file: string
  isEntry?: boolean
  imports?: string[]
  css?: string[]
  assets?: string[]
}

const read = (file: string): Buffer => readFileSync(join(DIST, file))
const manifest: Record<string, Chunk> = JSON.parse(read('.vite/manifest.json').toString())
const kib = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0) / 1024

/** A chunk and everything it cannot start without. */
function needed(key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key]
  if (!chunk || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const next of chunk.imports ?? []) needed(next, seen)
  return seen
}

const entry = Object.entries(manifest).find(([, chunk]) => chunk.isEntry)?.[0] ?? ''
const words = (language: string): string[] =>
  HOME_WORDS.map((name) => `src/words/${language}/${name}.json`).filter((key) => manifest[key])

describe('a phone on a slow line', () => {
  it.each(['en', 'nl'])('reads the first page (%s) with at most 120 KiB of script', (language) => {
    const files = new Set([entry, HOME, ...words(language)].flatMap((key) => [...needed(key)]))
    expect(manifest[HOME], 'the home page is a chunk of its own').toBeDefined()
    expect(words(language)).toHaveLength(HOME_WORDS.length)
    expect(kib(files)).toBeLessThanOrEqual(BUDGET.js)
  })

  it('reads without loading what only forms need', () => {
    const files = [...needed(entry), ...needed(HOME)]
    expect(Object.values(manifest).some(({ file }) => file.includes('forms-'))).toBe(true)
    expect(files.filter((file) => file.includes('forms-'))).toEqual([])
  })

  it('gets its look in at most 20 KiB', () => {
    expect(manifest[entry]?.css).toHaveLength(1)
    expect(kib(manifest[entry]?.css ?? [])).toBeLessThanOrEqual(BUDGET.css)
  })

  it('loads letters in at most 55 KB, all of them together', () => {
    const fonts = Object.values(manifest).filter(({ file }) => file.endsWith('.woff2'))
    expect(fonts).toHaveLength(2)
    expect(fonts.reduce((sum, { file }) => sum + read(file).length, 0)).toBeLessThanOrEqual(
      BUDGET.font * 1000,
    )
  })

  it('finds no script or style inside the page, which the policy would refuse', () => {
    const html = read('index.html').toString()
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/)
    expect(html).not.toMatch(/https?:\/\//)
  })
})
