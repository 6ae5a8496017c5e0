import { expect, it } from 'vitest'
import { filesIn, runTool } from './tools.ts'

it('Biome finds nothing to say about any file', async () => {
  const { code, said } = await runTool('biome', [
    'check',
    '--error-on-warnings',
    '--colors=off',
    '.',
  ])
  expect(code, said.slice(-4000)).toBe(0)
  const seen = Number(/Checked (\d+) files/.exec(said)?.[1])
  const sources = ['apps', 'packages'].flatMap((folder) => filesIn(folder, /\.(ts|tsx)$/))
  expect(seen).toBeGreaterThanOrEqual(sources.length)
})
