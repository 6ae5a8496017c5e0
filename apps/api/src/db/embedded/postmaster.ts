import { execFile } from 'node:child_process'
import { readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isAlive } from './processes.ts'

/** What a running server writes about itself into its data folder. */
export type Postmaster = { pid: number; port: number; ready: boolean }

/**
 * The server that works in this data folder, also one whose starter was killed. A file left by a server
 * that is gone is no obstacle, even if its number belongs to another program by now.
 */
export async function findServer(data: string): Promise<Postmaster | undefined> {
  const server = await readPidFile(data)
  if (!server || !isAlive(server.pid)) return undefined
  if (await worksIn(server.pid, data)) return server
  // PostgreSQL itself would take any living process of its user for a server and refuse to start.
  await rm(join(data, 'postmaster.pid'), { force: true })
  return undefined
}

/** Lines: pid, folder, start time, port, socket folder, address, shared memory, status. */
export async function readPidFile(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!(Number.isInteger(pid) && pid > 1)) return undefined
  return { pid, port, ready: lines[7]?.trim() === 'ready' }
}

/** A server stands in its data folder; its command names it too. */
async function worksIn(pid: number, data: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const [cwd, program, folder] = await Promise.all([
      readlink(`/proc/${pid}/cwd`).catch(() => ''),
      readFile(`/proc/${pid}/comm`, 'utf8').catch(() => ''),
      realpath(data),
    ])
    return cwd === folder && program.startsWith('postgres')
  }
  if (process.platform === 'win32') return true
  const command = await promisify(execFile)('ps', ['-p', String(pid), '-o', 'command='])
    .then((answer) => answer.stdout)
    .catch(() => '')
  return command.includes('postgres') && command.includes(data)
}
