import { appendFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Send } from './notifications.usecases.ts'

/**
 * Adds a text to a file, one line of JSON: for trying out without a gateway, or for one that reads files. Only whoever
 * runs the service may read it, since texts hold six digits.
 */
export const toFile =
  (file: string): Send =>
  async ({ id, to, text }) => {
    await mkdir(dirname(file), { recursive: true })
    await appendFile(file, `${JSON.stringify({ id, to, text })}\n`, { mode: 0o600 })
  }
