/**
 * @typedef {{ status: string, fullName?: string, failureMessages?: string[] }} Outcome
 * @typedef {{ status: string, name: string, message?: string, assertionResults: Outcome[] }} TestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number,
 *   numTodoTests: number, testResults: TestFile[] }} Tests
 * @typedef {{ name: string, passed: boolean }[]} Checks
 */

/** @param {string | undefined} words */
const indented = (words) => (words ?? '').split('\n').slice(0, 12).join('\n  ')

/** @param {Outcome} one */
const why = (one) => (one.failureMessages ?? []).map((each) => `\n  ${indented(each)}`).join('')

/**
 * Adds up tests and boot checks. A step that ended badly without a failure to show for it counts as one: a
 * file that did not load, a run that broke off, a build that failed. The notes say what failed and why, because
 * whoever reads the end of a long log may have nothing else of it.
 * @param {{ tested: number, built: number, booted: number }} exits exit codes of the steps
 * @param {Tests | undefined} tests what the test runner wrote, if it got that far
 * @param {Checks | undefined} checks what the boot wrote, if it got that far
 */
export function tally(exits, tests, checks) {
  const notes = []
  let passed = tests?.numPassedTests ?? 0
  let failed = tests?.numFailedTests ?? 0
  for (const file of tests?.testResults ?? []) {
    const wrong = file.assertionResults.filter(({ status }) => status === 'failed')
    for (const one of wrong) notes.push(`FAILED ${one.fullName} (${file.name})${why(one)}`)
    if (file.status !== 'failed' || wrong.length > 0) continue
    failed += 1
    notes.push(`FAILED to load ${file.name}\n${indented(file.message)}`)
  }
  if (failed === 0 && (exits.tested !== 0 || passed === 0)) {
    failed += 1
    notes.push('FAILED the test command')
  }
  const skipped = (tests?.numPendingTests ?? 0) + (tests?.numTodoTests ?? 0)
  if (skipped > 0) notes.push(`${skipped} tests were skipped`)
  if (exits.built === 0) passed += 1
  else {
    failed += 1
    notes.push('FAILED the build')
  }
  const wrong = (checks ?? []).filter((check) => !check.passed)
  passed += (checks ?? []).length - wrong.length
  failed += wrong.length
  if (wrong.length === 0 && (exits.booted !== 0 || !checks || checks.length === 0)) {
    failed += 1
    notes.push('FAILED the boot')
  }
  return { passed, failed, notes }
}
