import type { Config } from '../../config.ts'
import { foldWords } from '../codesign/index.ts'
import { keyedHash, same } from '../identity/index.ts'

type Secret = Pick<Config, 'refreshSecret'>

const macOf = ({ refreshSecret }: Secret, nameId: string): string =>
  keyedHash(refreshSecret, 'draw-slip', nameId).toString('base64url')

/** What stands behind the # of a link in a letter: made anew each time, kept nowhere. */
export const slipToken = (secret: Secret, nameId: string): string =>
  `${nameId}.${macOf(secret, nameId)}`

/** The name a token opens; undefined where it is not genuine. */
export function nameIn(secret: Secret, token: string): string | undefined {
  const [id = ''] = token.split('.')
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined
  return same(Buffer.from(token), Buffer.from(slipToken(secret, id))) ? id : undefined
}

/** Keyed and bound to the name: the same words open no other. */
export const wordsHash = ({ vaultKey }: Pick<Config, 'vaultKey'>, nameId: string, words: string) =>
  keyedHash(vaultKey, `draw-slip-words:${nameId}`, foldWords(words))
