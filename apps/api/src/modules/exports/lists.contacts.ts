import { contactsContract } from '@howcanwe/shared/contacts'
import type { Call } from '@howcanwe/shared/http'
import { allPages, moment, tableOf, together } from './exports.columns.ts'

const bookOf = (call: Call, placeId: string) =>
  allPages((from) => call(contactsContract.list, { params: { placeId }, body: from }))

/** The address book of a place. Its first seven columns come in again as they left. */
export const contacts = tableOf(bookOf, [
  { name: (h) => h.organisation, of: (c) => c.organisationName },
  { name: (h) => h.contactName, of: (c) => c.contactName },
  { name: (h) => h.email, of: (c) => c.email },
  { name: (h) => h.phone, of: (c) => c.phone },
  { name: (h) => h.themes, of: (c, { labels }) => together(c.themes.map((t) => labels.themes[t])) },
  { name: (h) => h.areas, of: (c) => c.areas },
  { name: (h) => h.notes, of: (c) => c.notes },
  { name: (h) => h.source, of: (c) => c.source },
  { name: (h) => h.toldAt, of: (c) => moment(c.toldAt) },
  { name: (h) => h.tellBy, of: (c) => (c.toldAt ? null : moment(c.tellBy)) },
])
