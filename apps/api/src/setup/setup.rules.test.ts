import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseSetup } from './setup.file.ts'
import { SetupRefused } from './setup.problems.ts'
import { problemLines } from './setup.report.ts'

const example = readFileSync(
  new URL('../../../../docs/example-place.json', import.meta.url),
  'utf8',
)
type Tree = { [key: string]: Tree } & Tree[] & string

/** The example file with one thing done to it. */
function changed(change: (file: Tree) => void): string {
  const file = JSON.parse(example) as Tree
  change(file)
  return JSON.stringify(file)
}
const put = (tree: Tree | undefined, value: object) => void Object.assign(tree ?? {}, value)

function refused(text: string) {
  try {
    parseSetup(text)
  } catch (error) {
    if (error instanceof SetupRefused) return error.problems
    throw error
  }
  return []
}
const said = (text: string) => problemLines(refused(text)).join('\n')

it('the example of the documentation is accepted as it stands', () => {
  expect(refused(example)).toEqual([])
})

describe('an operator is told what a place cannot open without, and where in the file (PL1)', () => {
  it.each<[string, string, (file: Tree) => void, string]>([
    ['a broker', '/people', (f) => f.people?.splice(1, 1), 'A place needs a broker'],
    ['any people', '/people', (f) => delete (f as object as { people?: 0 }).people, 'broker'],
    ['a public body', '/publicBodies', (f) => f.publicBodies?.splice(0), 'needs a public body'],
    ['a pay policy', '/place/pay', (f) => put(f.place, { pay: undefined }), 'needs a pay policy'],
    [
      'somebody to complain to',
      '/place/complaints',
      (f) => put(f.place?.complaints, { phone: null, email: undefined }),
      'somebody to complain to',
    ],
    [
      'a contact for complaints either',
      '/place/contact',
      (f) => put(f.place, { contact: { name: 'Hannah', role: 'Broker' }, complaints: undefined }),
      'somebody to complain to',
    ],
    [
      'a way to reach its contact',
      '/place/contact',
      (f) => put(f.place?.contact, { phone: null, email: undefined }),
      'Nobody can reach the contact',
    ],
    [
      'a working day',
      '/place/weekend',
      (f) => put(f.place, { weekend: [7, 6, 5, 4, 3, 2, 1] }),
      'Leave at least one working day',
    ],
    ['areas', '/areas', (f) => f.areas?.splice(0), 'A place needs an area'],
  ])('not without %s: %s', (_what, pointer, change, sentence) => {
    const lines = said(changed(change)).split('\n')
    expect(lines.find((line) => line.startsWith(`  ${pointer}: `))).toContain(sentence)
  })
})

describe('an operator is told what is wrong with a file, each thing at its place', () => {
  it.each<[string, string, string, (file: Tree) => void]>([
    ['a field nobody knows', '/place/color', 'not_allowed', (f) => put(f.place, { color: 'red' })],
    [
      'a kind that asks no questions',
      '/publicBodies/0/kind',
      'not_one_of',
      (f) => put(f.publicBodies?.[0], { kind: 'charity' }),
    ],
    [
      'the role of a member',
      '/people/1/roles/0',
      'not_one_of',
      (f) => put(f.people?.[1], { roles: ['member'] }),
    ],
    [
      'an address that is none',
      '/people/0/email',
      'invalid',
      (f) => put(f.people?.[0], { email: 'tom' }),
    ],
    ['a number for a name', '/people/0/name', 'invalid', (f) => put(f.people?.[0], { name: 7 })],
    ['a missing name', '/place/name', 'required', (f) => put(f.place, { name: undefined })],
    ['an empty name', '/place/name', 'required', (f) => put(f.place, { name: ' ' })],
    [
      'a time zone of nowhere',
      '/place/timeZone',
      'invalid',
      (f) => put(f.place, { timeZone: 'Mars/Olympus' }),
    ],
    [
      'a day that does not exist',
      '/place/pay/asOf',
      'invalid',
      (f) => put(f.place?.pay, { asOf: '2026-02-30' }),
    ],
    [
      'the same day off twice',
      '/place/weekend/2',
      'twice',
      (f) => put(f.place, { weekend: [6, 7, 6] }),
    ],
    [
      'the same person twice',
      '/people/1/email',
      'twice',
      (f) => put(f.people?.[1], { email: 'TOM@council.example' }),
    ],
    [
      'the same area twice',
      '/areas/2/name',
      'twice',
      (f) => put(f.areas, { 2: { name: 'old town' } }),
    ],
    [
      'an area nobody named',
      '/publicBodies/0/areas/1',
      'area_unknown',
      (f) => put(f.publicBodies?.[0], { areas: ['Harbour', 'Hill'] }),
    ],
    [
      'a body nobody can reach',
      '/publicBodies/0/contact',
      'body_unreachable',
      (f) => put(f.publicBodies?.[0], { contact: { name: 'Tom' } }),
    ],
    [
      'a body nobody named',
      '/people/0/of',
      'body_unknown',
      (f) => put(f.people?.[0], { of: 'The Navy' }),
    ],
    [
      'a commissioner of nobody',
      '/people/0/of',
      'commissioner_without_body',
      (f) => put(f.people?.[0], { of: undefined }),
    ],
    [
      'a person without anything',
      '/people/2/roles',
      'nothing_to_be',
      (f) => put(f.people?.[2], { roles: [] }),
    ],
  ])('%s at %s', (_what, pointer, code, change) => {
    expect(refused(changed(change)).map((p) => [p.pointer, p.code])).toEqual([[pointer, code]])
  })

  it('several at once are named at once', () => {
    const problems = refused(
      changed((f) => {
        put(f.place, { pay: undefined })
        f.people?.splice(1, 1)
      }),
    )
    expect(problems.map((p) => p.pointer)).toEqual(['/people', '/place/pay'])
  })

  it('a comma too many is not valid JSON, and a mark before the first brace does no harm', () => {
    expect(said(`${example},`)).toContain('The file is not valid JSON')
    expect(refused(`\uFEFF${example}`)).toEqual([])
  })
})
