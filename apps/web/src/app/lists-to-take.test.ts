import {
  CHALLENGE_LISTS,
  type ListName,
  ORGANISATION_LISTS,
  PLACE_LISTS,
} from '@howcanwe/shared/exports'
import { describe, expect, it } from 'vitest'

const sources = import.meta.glob<string>('./**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const sourceOf = (file: string): string => sources[`./${file}`] ?? ''
const DESK = ['pages-of-the-desk.tsx', 'pages-of-brokers.ts', 'pages-of-group-desks.ts']
  .map(sourceOf)
  .join('\n')

/** What of a page can be taken along, or why there is nothing to take. */
type Said = readonly ListName[] | string

const FORM = 'A form: what is written there is one thing, not a list.'
const ONE = 'One thing and its own parts; it stands as a row in the list it is opened from.'
const COUNCIL = 'For whoever asks the question; a broker has no list there.'

/** Every page of the desk, as the three lists of its pages know it. A new one is a line here, so that no list is missed. */
const OF_THE_DESK: Record<string, Said> = {
  'paths.desk': ['queue', 'challenges'],
  'paths.newChallenge': FORM,
  'paths.editChallenge': FORM,
  'paths.previewChallenge': ONE,
  'paths.myProtections': COUNCIL,
  'paths.newProtection': FORM,
  'paths.editProtection': FORM,
  'paths.amendChallenge': FORM,
  'paths.followReading':
    'Three readers of one draft and what they said: read there, and kept from files until it opens.',
  'paths.answerQuestions':
    'Questions of one challenge are answered there and public on its page once they are.',
  'paths.matches': ['matches', 'invitations'],
  'further.seedTogether': ['seeds'],
  'paths.responses': ['interests'],
  'paths.roles': 'Who holds which role is for stewards, not for a broker.',
  'further.setWeights': 'Figures a steward sets, no list.',
  'paths.organisationsDesk': ['organisations'],
  'further.supportDesk': ['support'],
  'further.hoursDesk': ['hours'],
  'further.cases': ['cases', 'months'],
  'further.case':
    'The log of one case holds what people said in confidence: it stays where it is (T-02).',
  'further.mapDesk': ['unmet', 'actors'],
  'further.contacts': ['contacts'],
  'further.contactsImport': FORM,
  'further.contact': ONE,
  'further.proposalsDesk': ['proposals'],
  'further.typeProposal': FORM,
  'further.coAuthors':
    'What residents said of one draft: answered there, and kept from files with their names.',
  'further.answersOwed': ['answers-owed'],
  'further.decisionsDesk':
    'What one named person still has to answer; what groups decided is public on their pages.',
  'further.payDesk':
    'For a finance clerk alone, who takes the payment file of a batch; no broker sees pay (§2.2).',
  'further.payBatch': ONE,
  'further.payRules': 'What a place pays, dated and with its source; a steward sets it.',
  'further.introductionsDesk': ['introductions'],
  'further.typeFor': ['typed'],
  'further.typeOrganisation': FORM,
  'further.typeCapacity': FORM,
  'further.typeInterest': FORM,
  'paths.myGroups': 'Groups somebody runs, for whoever runs them; a broker has no list there.',
  'paths.newGroup': FORM,
}

/** Pages everybody has, with a list that a broker takes along. */
const OF_EVERYBODY: Record<string, Said> = {
  'pages/practices-page.tsx': ['practices'],
}

const addresses = (source: string): string[] =>
  [...source.matchAll(/\b((?:paths|further)\.\w+)\.path/g)].map(([, name = '']) => name)

/** The file a page's address leads to. */
function fileOf(address: string): string {
  const from = DESK.slice(DESK.indexOf(`${address}.path`))
  return /import\('\.\/(pages\/[^']+)'\)/.exec(from)?.[1] ?? ''
}

/** What a page, and whatever stands beside it and is drawn in it, lets one take along. */
function listsOn(file: string): string[] {
  const source = sourceOf(file)
  const beside = [...source.matchAll(/from '\.\/([\w-]+\.tsx)'/g)].map(
    ([, name]) => `pages/${name}`,
  )
  return [source, ...beside.map(sourceOf)].flatMap((text) =>
    [...text.matchAll(/<TakeAlong\s+list="([\w-]+)"/g)].map(([, list = '']) => list),
  )
}

describe('every list a broker sees (line 9)', () => {
  it('each page of the desk is written down here, and no page that is gone', () => {
    expect(addresses(DESK).sort()).toEqual(Object.keys(OF_THE_DESK).sort())
  })

  it.each(Object.entries(OF_THE_DESK))(
    '%s: what stands there can be taken, or it is said why not',
    (address, said) => {
      expect(listsOn(fileOf(address)).sort()).toEqual(
        typeof said === 'string' ? [] : [...said].sort(),
      )
      if (typeof said === 'string') expect(said).toMatch(/^[A-Z].{20,}\.$/)
    },
  )

  it.each(Object.entries(OF_EVERYBODY))('%s too', (file, said) => {
    expect(listsOn(file)).toEqual(said)
  })

  it('and no list can be made that no page offers', () => {
    const offered = [...Object.values(OF_THE_DESK), ...Object.values(OF_EVERYBODY)].filter(
      (said) => typeof said !== 'string',
    )
    const made = [...PLACE_LISTS, ...CHALLENGE_LISTS, ...ORGANISATION_LISTS]
    expect(offered.flat().sort()).toEqual([...made].sort())
  })
})
