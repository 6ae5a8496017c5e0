import { randomInt } from 'node:crypto'
import type { Config } from '../../config.ts'
import { keyedHash } from '../identity/index.ts'
import { RECOVERY_CODES, RECOVERY_LENGTH, RECOVERY_LETTERS } from './passkeys.rules.ts'

const newCode = (): string =>
  Array.from({ length: RECOVERY_LENGTH }, () =>
    RECOVERY_LETTERS.charAt(randomInt(RECOVERY_LETTERS.length)),
  ).join('')

/** A whole set, no two the same. */
export function newRecoveryCodes(): string[] {
  const codes = new Set<string>()
  while (codes.size < RECOVERY_CODES) codes.add(newCode())
  return [...codes]
}

/** Keyed, so that whoever reads the table cannot try all codes against it. */
export const recoveryHash = ({ refreshSecret }: Config, code: string): Buffer =>
  keyedHash(refreshSecret, 'recovery-code', code)
