import type { ServiceDoubt, ServiceFlaw } from './services.reader.ts'

const flaws: Readonly<Record<ServiceFlaw, string>> = {
  not_a_service: 'is no service',
  no_number: 'has no id of its own that is a UUID',
  no_name: 'has no name',
  bad_status: 'has a status that the standard does not know',
  no_organisation: 'does not say whose it is',
  repeated: 'stands earlier in the same file',
}

const doubts: Readonly<Record<ServiceDoubt, string>> = {
  'status-spelling': 'status in another spelling',
  url: 'web address left out',
  email: 'email address left out',
  age: 'age left out',
  'organisation-id': 'organisation’s id left out',
  'organisation-number': 'organisation’s number left out',
  postcode: 'postcode left out',
  changed: 'day of change left out',
}

/** What an operator reads in the terminal; English only. */
export const servicesWords = {
  usage: `Loads what organisations offer from Open Referral UK files (JSON): a service, a page of a list, or an
organisation with its services.

  pnpm import:services <file or folder> [<file or folder> ...] [options]

  People named as contacts are never read. The same file may be loaded again: nothing doubles.

  --licence <name>   under which licence the files are published`,
  flaws,
  doubts,
  noServices: (file: string) => `${file}: no services in it. Left alone.`,
  counts: {
    read: 'Read',
    kept: 'Kept',
    fresh: '  of those new',
    changed: '  of those changed',
    matched: '  of those by an organisation of the charity register',
    doubtful: '  of those with something doubtful',
    refused: 'Refused',
  },
}
