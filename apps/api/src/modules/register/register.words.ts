/** What an operator reads in the terminal; English only. */
export const registerWords = {
  usage: `Loads the charity register, so that organisations can find and claim their own entry.

  pnpm import:register <file or folder> [options]

  The Charity Commission's public extract, unpacked (publicextract.charity.txt or .json, and the tables beside
  it), or the classified sample (CSV).

  --ukcat <file>   the UK-CAT tags (ukcat.csv), to suggest themes; without it they follow from the register's codes
  --out <folder>   where to write refused rows (default: here)`,
  tables: {
    charity: 'charities',
    classification: 'what, who and how',
    areas: 'where they work',
    names: 'other names',
    governing: 'objects',
    sample: 'classified charities',
  },
  leftAlone: (file: string) => `Left alone: ${file} (not a table we use).`,
  people: (file: string) => `Not read: ${file} (it names trustees, and people are never imported).`,
  withoutPlaces:
    'No official areas are loaded, so where charities work was kept as written. Run import:places, then this again.',
  withoutTags: 'Themes follow from the register’s own codes. Give --ukcat <file> for finer ones.',
}
