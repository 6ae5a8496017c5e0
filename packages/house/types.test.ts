import { relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesIn, ROOT, runTool } from './tools.ts'

const PROJECTS = ['packages/shared', 'packages/house', 'apps/api', 'apps/web', 'apps/web/e2e']

describe.each(PROJECTS)('%s', (project) => {
  it('keeps its types in every file', async () => {
    const { code, output } = await runTool('tsc', ['--noEmit', '-p', project, '--listFiles'])
    const lines = output.split('\n')
    const complaints = lines.filter((line) => /error TS\d+/.test(line))
    expect(complaints).toEqual([])
    expect(code).toBe(0)

    const checked = new Set(lines.map((line) => relative(ROOT, line.trim()).replaceAll('\\', '/')))
    const unseen = ownFiles(project).filter((file) => !checked.has(file))
    expect(unseen, 'files that no type check sees').toEqual([])
  })
})

function ownFiles(project: string): string[] {
  const inner = PROJECTS.filter((other) => other.startsWith(`${project}/`))
  const files = filesIn(project, /\.(ts|tsx|mts)$/)
  return files.filter((file) => !inner.some((other) => file.startsWith(`${other}/`)))
}
