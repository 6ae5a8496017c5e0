import { suggestionsContract } from '@howcanwe/shared/suggestions'
import { moment, tableOf } from './exports.columns.ts'

/** Answers a place owes residents. Who said it is in no file: a voice is enough. */
export const answersOwed = tableOf(
  async (call, placeId) => (await call(suggestionsContract.owed, { params: { placeId } })).items,
  [
    { name: (h) => h.saidInGroup, of: (o) => o.group.name },
    { name: (h) => h.saidNumber, of: (o) => o.number },
    { name: (h) => h.saidText, of: (o) => o.text },
    { name: (h) => h.state, of: (o, { labels }) => labels.suggestionStates[o.state] },
    { name: (h) => h.dueAt, of: (o) => moment(o.dueAt) },
    { name: (h) => h.late, of: (o, { yesNo }) => yesNo(o.late) },
    { name: (h) => h.daysLeft, of: (o) => o.daysLeft },
    { name: (h) => h.answeredBy, of: (o) => o.named || null },
  ],
)
