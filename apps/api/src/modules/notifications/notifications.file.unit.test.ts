import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { toFile } from './notifications.file.ts'

it('texts are added to a file that only its owner reads, one line each', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'texts-'))
  const file = join(folder, 'deep', 'texts.jsonl')
  const send = toFile(file)
  const text = { kind: 'duty', channel: 'sms', to: '+447700900123', subject: '' } as const
  await send({ ...text, id: 'one', text: 'Six digits' })
  await send({ ...text, id: 'two', text: 'and a second\nline' })
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { id: 'one', to: '+447700900123', text: 'Six digits' },
    { id: 'two', to: '+447700900123', text: 'and a second\nline' },
  ])
  expect((await stat(file)).mode & 0o077).toBe(0)
  await rm(folder, { recursive: true })
})
