import type { Config } from '../../config.ts'
import { keyedHash, same } from '../identity/index.ts'

type Secrets = Pick<Config, 'refreshSecret' | 'vaultKey'>
interface Keyed {
  id: string
  keyVersion: number
}

const macOf = ({ refreshSecret }: Secrets, { id, keyVersion }: Keyed): string =>
  keyedHash(refreshSecret, 'group-place-link', `${id}:${keyVersion}`).toString('base64url')

/**
 * What stands behind the # of a link in a letter: the place and a digest only we can make, so that every letter can
 * carry it and nothing is kept. It works until the place is left or its keys are changed.
 */
export const linkFor = (secrets: Secrets, place: Keyed): string =>
  `${place.id}.${macOf(secrets, place)}`

/** Which place a link speaks of; says nothing about whether it is genuine. */
export const placeIn = (link: string): string | undefined => {
  const [id] = link.split('.')
  return id && /^[0-9a-f-]{36}$/.test(id) ? id : undefined
}

export const isLinkTo = (secrets: Secrets, place: Keyed, link: string): boolean =>
  same(Buffer.from(link), Buffer.from(linkFor(secrets, place)))

/** 'plum 4721 otter' and 'PLUM-4721-OTTER' are the same words. */
export const foldWords = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

/** Keyed and bound to the place: the same words open no other. */
export const wordsHash = ({ vaultKey }: Secrets, memberId: string, words: string): Buffer =>
  keyedHash(vaultKey, `group-place-words:${memberId}`, foldWords(words))
