import { describe, expect, it } from 'vitest'
import { tally } from './ci/tally.mjs'

const well = { tested: 0, built: 0, booted: 0 }
const file = (status: string, ...assertions: string[]) => ({
  status,
  name: 'a.test.ts',
  assertionResults: assertions.map((each) => ({ status: each })),
})
const tests = (passed: number, failed: number, files = [file('passed', 'passed')]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: files,
})
const checks = [
  { name: 'ready', passed: true },
  { name: 'page', passed: true },
]

describe('the total a build server reads', () => {
  it('is preceded by what failed and why', () => {
    const failed = {
      status: 'failed',
      name: 'a.test.ts',
      assertionResults: [
        { status: 'failed', fullName: 'a hall is open', failureMessages: ['Error: it is shut'] },
      ],
    }
    const { notes } = tally({ ...well, tested: 1 }, tests(9, 1, [failed]), checks)
    expect(notes).toEqual(['FAILED a hall is open (a.test.ts)\n  Error: it is shut'])
  })

  it('adds tests, build and boot checks', () => {
    expect(tally(well, tests(10, 0), checks)).toMatchObject({ passed: 13, failed: 0 })
  })

  it.each<[string, Parameters<typeof tally>, number]>([
    ['a failed test', [{ ...well, tested: 1 }, tests(9, 1), checks], 1],
    [
      'a file that did not load',
      [{ ...well, tested: 1 }, tests(9, 0, [file('failed')]), checks],
      1,
    ],
    [
      'a run that ended badly with every test green',
      [{ ...well, tested: 1 }, tests(9, 0), checks],
      1,
    ],
    ['a run that wrote nothing', [{ ...well, tested: 1 }, undefined, checks], 1],
    ['a run that saw no test', [well, tests(0, 0), checks], 1],
    ['a failed build', [{ ...well, built: 2 }, tests(9, 0), checks], 1],
    ['a boot that never was', [{ ...well, booted: 1 }, tests(9, 0), undefined], 1],
    ['a boot that looked at nothing', [well, tests(9, 0), []], 1],
    ['a failed check', [{ ...well, booted: 1 }, tests(9, 0), [{ name: 'x', passed: false }]], 1],
  ])('counts %s as a failure', (_, given, failed) => {
    expect(tally(...given).failed).toBe(failed)
  })
})
