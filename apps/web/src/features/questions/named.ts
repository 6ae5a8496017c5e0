const LEAST = 3

/** Letters and figures alone, so that “Elmside Youth!” is found in “we at elmside youth”. */
const plain = (text: string): string =>
  ` ${text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** Those of somebody's own names that stand in what they wrote; very short ones are words like any other. */
export const namedIn = (words: string, names: readonly string[]): string[] =>
  names.filter((name) => plain(name).length >= LEAST + 2 && plain(words).includes(plain(name)))
