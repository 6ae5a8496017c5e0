import { proposalsContract } from '@howcanwe/shared/proposals'
import { moment, tableOf, together } from './exports.columns.ts'

/** Questions from residents as the desk reads them. How to reach whoever asked is on the screen and in no file. */
export const proposals = tableOf(
  async (call, placeId) => (await call(proposalsContract.desk, { params: { placeId } })).items,
  [
    { name: (h) => h.reference, of: (p) => p.reference },
    { name: (h) => h.question, of: (p) => p.question },
    { name: (h) => h.state, of: (p, { labels }) => labels.proposalStates[p.state] },
    { name: (h) => h.areas, of: (p, { areas }) => (p.areaId && areas.get(p.areaId)) || null },
    { name: (h) => h.behind, of: (p) => p.people },
    { name: (h) => h.onPaper, of: (p) => p.onPaper },
    { name: (h) => h.sponsors, of: (p) => together(p.sponsors) },
    { name: (h) => h.askedAt, of: (p) => moment(p.askedAt) },
    { name: (h) => h.dueAt, of: (p) => moment(p.state === 'to-read' ? p.readBy : p.answerBy) },
    { name: (h) => h.late, of: (p, { yesNo }) => yesNo(p.late) },
    { name: (h) => h.answeredBy, of: (p) => p.answeredBy },
  ],
)
