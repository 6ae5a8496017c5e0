import type { Config } from '../../config.ts'
import { foldWords } from '../codesign/index.ts'
import { keyedHash, same } from '../identity/index.ts'

type Secret = Pick<Config, 'refreshSecret'>

interface Slipped {
  id: string
  slipsRenewed: number
}

const macOf = ({ refreshSecret }: Secret, { id, slipsRenewed }: Slipped): string =>
  keyedHash(refreshSecret, 'draw-slip', slipsRenewed === 0 ? id : `${id}:${slipsRenewed}`).toString(
    'base64url',
  )

/** What stands behind the # of a link in a letter: made anew each time, kept nowhere. */
export const slipToken = (secret: Secret, name: Slipped): string =>
  `${name.id}.${macOf(secret, name)}`

/** Of which name a token speaks; whether it is genuine, `opens` says. */
export function nameIn(token: string): string | undefined {
  const [id = ''] = token.split('.')
  return /^[0-9a-f-]{36}$/.test(id) ? id : undefined
}

/** Genuine, and of the newest slip. */
export const opens = (secret: Secret, token: string, name: Slipped): boolean =>
  same(Buffer.from(token), Buffer.from(slipToken(secret, name)))

/** Keyed and bound to the name: the same words open no other. */
export const wordsHash = ({ vaultKey }: Pick<Config, 'vaultKey'>, nameId: string, words: string) =>
  keyedHash(vaultKey, `draw-slip-words:${nameId}`, foldWords(words))
