import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readArguments } from './arguments.ts'

const OPTIONS = { out: { type: 'string' } } as const
const { argv } = process
let said = ''
beforeEach(() => {
  said = ''
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said += text
      return true
    })
  }
})
afterEach(() => {
  vi.restoreAllMocks()
  process.argv = argv
  process.exitCode = undefined
})

function typed(...words: string[]) {
  process.argv = ['node', 'import-register', ...words]
  return readArguments(OPTIONS, 'HOW TO USE IT')
}

it('an operator who names a folder and an option is understood', () => {
  expect(typed('extract', '--out', 'refused')).toEqual({
    path: 'extract',
    values: { out: 'refused' },
  })
  expect(process.exitCode).toBeUndefined()
})

it.each([[[]], [['one', 'two']], [['extract', '--colour', 'red']], [['extract', '--out']]])(
  'an operator who types %j is shown how to use the command, and the exit code says no',
  (words) => {
    expect(typed(...words)).toBeNull()
    expect(said).toContain('HOW TO USE IT')
    expect(process.exitCode).toBe(1)
  },
)

it('an operator who asks for help gets it, and that is no failure', () => {
  expect(typed('--help')).toBeNull()
  expect(said).toBe('HOW TO USE IT\n')
  expect(process.exitCode).toBe(0)
})
