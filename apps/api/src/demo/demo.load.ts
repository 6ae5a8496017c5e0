import type { Database } from '../db/database.ts'
import { loadAlerts } from './demo.alerts.ts'
import { loadBook } from './demo.book.ts'
import { loadCases } from './demo.cases.ts'
import { loadConversations } from './demo.conversations.ts'
import { loadDecisions } from './demo.decisions.ts'
import { loadDraw } from './demo.draw.ts'
import { idOf } from './demo.ids.ts'
import { loadIntroductions } from './demo.introductions.ts'
import { loadChallenges, loadGroups, loadRespite } from './demo.load-questions.ts'
import { loadAreas, loadOrganisations, loadPeople, loadPlace } from './demo.load-town.ts'
import { loadMap } from './demo.map.ts'
import { loadMatches } from './demo.matches.ts'
import { loadPayments } from './demo.payments.ts'
import { loadProposals } from './demo.proposals.ts'
import { loadProtection, openTown } from './demo.protections.ts'
import { loadPublished } from './demo.published.ts'
import { loadQuestions } from './demo.questions.ts'
import { loadReading } from './demo.reading.ts'
import { loadSessions } from './demo.sessions.ts'
import { loadSuggestions } from './demo.suggestions.ts'
import { loadTime } from './demo.time.ts'
import { loadTogether } from './demo.together.ts'

/** Writes the whole town. Runs once, in one transaction, on an empty installation. */
export async function loadDemo(tx: Database): Promise<void> {
  const placeId = await loadPlace(tx)
  const areas = await loadAreas(tx, placeId)
  const persons = await loadPeople(tx, placeId)
  const bodies = await loadOrganisations(tx, placeId, areas, persons)
  const asked = await loadChallenges(tx, placeId, areas, persons, bodies)
  await loadRespite(tx, placeId, idOf(asked, 'respite'), persons, bodies)
  await loadQuestions(tx, placeId, asked, persons)
  await loadGroups(tx, placeId, asked, persons)
  await loadDraw(tx, placeId, asked, persons)
  await loadPayments(tx, placeId, persons)
  await loadSessions(tx, placeId, persons)
  await loadConversations(tx, placeId, persons)
  await loadDecisions(tx, placeId, persons)
  await loadSuggestions(tx, placeId, asked, persons)
  await loadReading(tx, placeId, areas, persons, bodies)
  await loadProtection(tx, placeId, areas, persons, bodies)
  await loadMatches(tx, placeId, { asked, persons, bodies })
  await loadAlerts(tx, placeId, persons)
  await loadMap(tx, placeId, { areas, persons, bodies })
  await loadIntroductions(tx, placeId, { persons, bodies })
  await loadCases(tx, placeId, asked, persons, bodies)
  await loadBook(tx, placeId, persons)
  await loadTime(tx, placeId, { persons, bodies })
  await loadPublished(tx, placeId, { persons, bodies })
  await loadTogether(tx, placeId, { asked, persons, bodies })
  await loadProposals(tx, placeId, { areas, persons, bodies, asked })
  await openTown(tx, placeId)
}
