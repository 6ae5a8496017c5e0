import type { Erasure } from '@howcanwe/shared/identity'

const list = (title: string, names: readonly string[]): string[] =>
  names.length > 0 ? [title, ...names.map((name) => `  ${name}`)] : []

/** What `pnpm erase:person` says. Operators read it in a terminal, so English only. */
export const askedWords = {
  usage: `Erases somebody who asks for it and cannot sign in. Make sure first that it is them who asks.

  pnpm erase:person <id, email or proven number>          says what it would end, and changes nothing
  pnpm erase:person <id, email or proven number> --yes    does it, for good

The record says that they asked and that it was done, and no more. A number begins with 0 or +.`,
  nobody: 'Nobody is found by that. A number finds only who has proven it; try their email or id.',
  found: (id: string) => `Found: ${id}`,
  ends: ({ groupsLeft, organisationsThatEnd, blockers }: Erasure) => [
    ...list('They leave these groups:', groupsLeft),
    ...list('These organisations end, nobody else is in them:', organisationsThatEnd),
    ...list(
      'In the way, to be handed to somebody else first:',
      blockers.map((b) => `${b.kind}: ${b.label}`),
    ),
  ],
  done: 'Erased. Where they could be reached, one last message says so.',
  blocked: 'Not erased: others would be left with what stands in the way.',
  gone: 'They are erased already.',
  'read-only':
    'Not erased: nothing changes while the record is in doubt. docs/audit.md says what to do.',
  sayYes: 'Nothing has changed. Say --yes to erase them for good.',
}
