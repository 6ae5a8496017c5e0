/** What `pnpm record:accept` says. Operators read it in a terminal, so English only. */
export const acceptWords = {
  usage: `Goes on with the record as it is in this database, after you have looked why it does not fit its copy outside.

  pnpm record:accept "<why, in one sentence>"

The contact of every place gets the sentence by email, and it stands in the anchor file for everybody to read: ten to two
hundred characters, and name nobody. docs/audit.md says what to look at first.`,
  nothing: 'There is nothing to accept: the record fits its copy outside, and changes are taken.',
  fitsAgain: 'The record fits its copy outside again.',
  chain: (chain: string, outside: number, here: number) =>
    `  ${chain}: ${outside} events outside, ${here} here`,
  accepted: (count: number) =>
    `Accepted, written into the record and the anchor file. Chains that did not fit: ${count}`,
  goesOn: 'Changes are taken again, and the contact of every place is told why.',
}
