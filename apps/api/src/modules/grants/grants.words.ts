import type { GrantDoubt, GrantFlaw } from './grants.reader.ts'

const flaws: Readonly<Record<GrantFlaw, string>> = {
  not_a_grant: 'is no grant',
  no_number: 'has no number of its own',
  no_funder: 'does not say who gave it',
  no_recipient: 'does not say which organisation got it',
  several_recipients: 'went to several organisations at once',
  no_amount: 'has no amount above nothing',
  no_currency: 'has no currency',
  no_date: 'has no day that exists',
  repeated: 'stands earlier in the same file',
}

const doubts: Readonly<Record<GrantDoubt, string>> = {
  amount: 'amount as text',
  'award-date': 'date not as YYYY-MM-DD',
  'from-open-call': 'open call not Yes or No',
  'recipient-number': 'recipient’s number is of no list we know',
  funders: 'several funders, the first is kept',
}

/** What an operator reads in the terminal; English only. */
export const grantsWords = {
  usage: `Loads who funded whom from 360Giving files (JSON), so that an organisation sees what funders say it got.

  pnpm import:grants <file> [<file> ...] [options]

  Grants to people are counted and left out. The same file may be loaded again: nothing doubles.

  --publisher <name>   whose files they are, where the file does not say
  --licence <name>     under which licence, where the file does not say`,
  flaws,
  doubts,
  noGrants: (file: string) => `${file}: no list of grants in it. Left alone.`,
  counts: {
    read: 'Read',
    kept: 'Kept',
    fresh: '  of those new',
    changed: '  of those changed',
    matched: '  of those to an entry of the charity register',
    doubtful: '  of those with something doubtful',
    people: 'Left out: grants to people',
    refused: 'Refused',
  },
}
