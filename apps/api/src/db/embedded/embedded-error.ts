import { trouble } from './embedded.words.ts'

export type EmbeddedCode = keyof typeof trouble

/** The embedded PostgreSQL cannot serve. `message` is a whole sentence with the next step, for a person. */
export class EmbeddedError extends Error {
  readonly code: EmbeddedCode

  constructor(code: EmbeddedCode, detail: string, options?: ErrorOptions) {
    super(trouble[code](detail), options)
    this.name = 'EmbeddedError'
    this.code = code
  }
}

/** The system's code of a failed call ('ENOENT'), or '' when it carries none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
