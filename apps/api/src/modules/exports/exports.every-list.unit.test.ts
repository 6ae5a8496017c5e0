import { contracts } from '@howcanwe/shared/contracts'
import type { Call, Endpoint } from '@howcanwe/shared/http'
import { describe, expect, it } from 'vitest'
import { LISTS } from './exports.lists.ts'
import { wordsFor } from './exports.words.ts'

const titleOf = (e: Endpoint): string => `${e.method} ${e.path}`
const every: Endpoint[] = Object.values(contracts).flatMap((noun) => Object.values(noun))

/** An answer that holds several of something at its top. */
function isList({ response }: Endpoint): boolean {
  const shape: unknown = 'shape' in response ? response.shape : {}
  const parts = Object.values(shape as Record<string, { _zod: { def: { type: string } } }>)
  return parts.some(({ _zod }) => _zod.def.type === 'array')
}

/** Reads that are for brokers by name, and answer with a list. */
const forBrokers = every.filter(
  (e) =>
    e.method === 'GET' && typeof e.access !== 'string' && e.access.includes('broker') && isList(e),
)

/** The reads a list is made of: one that notes what it is asked, and answers with nothing. */
async function readsOf(): Promise<Set<string>> {
  const asked = new Set<string>()
  const nothing = { items: [], over: [], paused: [], asks: [], offers: [], nextCursor: null }
  const call = (async (e: Endpoint) => {
    asked.add(titleOf(e))
    return nothing
  }) as unknown as Call
  for (const make of Object.values(LISTS))
    await make(call, '018f0000-0000-7000-8000-000000000001', {
      ...wordsFor('en'),
      areas: new Map(),
    })
  return asked
}

/** Lists a broker may read that are in no file, each with why. */
const ONE = 'One thing with its own parts; it stands as a row in a list that is taken along.'
const DRAFT =
  'What is said of a draft stays between whoever asks and whoever reads, until it opens.'
const PICK = 'Names to choose from while filling in a form.'
const IN_NO_FILE: Record<string, string> = {
  'GET /cases/:caseId':
    'The log of a case holds what was said in confidence: it stays where it is (T-02).',
  'GET /challenges/:challengeId/gaps':
    'Counts beside the list of who fits, drawn anew whenever somebody is invited.',
  'GET /challenges/:challengeId/partners': PICK,
  'GET /contacts/:contactId': ONE,
  'GET /desk/answer-clocks':
    'How long is left to answer, as it is this minute; the questions are in their own list.',
  'GET /desk/challenges/:challengeId/questions':
    'Answered there, and public on the page of the challenge once they are.',
  'GET /desk/challenges/:challengeId/reading-asks': DRAFT,
  'GET /desk/facilitators': PICK,
  'GET /desk/readings/:challengeId': DRAFT,
  'GET /groups/:groupId/recruitment/desk':
    'One draw, for whoever runs it; what may be known of it is a file on its public page.',
  'GET /organisations/:organisationId': ONE,
  'GET /organisations/:organisationId/capacity': ONE,
  'GET /organisations/:organisationId/funding':
    'What funders publish of one organisation; they publish it as files themselves.',
  'GET /organisations/:organisationId/matches':
    'What may suit one organisation, for it to read; no list of the desk.',
  'GET /organisations/:organisationId/services':
    'What open directories say of one organisation; they publish it as files themselves.',
  'GET /places/:placeId/desk-challenges': PICK,
}

describe('every list a broker may read (line 9)', () => {
  it('is in a file, or it is said here why not', async () => {
    const asked = await readsOf()
    const missing = forBrokers.map(titleOf).filter((title) => !asked.has(title))
    expect(missing.sort()).toEqual(Object.keys(IN_NO_FILE).sort())
    for (const why of Object.values(IN_NO_FILE)) expect(why).toMatch(/^[A-Z].{20,}\.$/)
  })

  it('there are some', () => expect(forBrokers.length).toBeGreaterThan(8))
})
