import * as z from 'zod/mini'
import { endpoint, id, nothing, pageOf } from '../http/index.ts'
import {
  contact,
  contactFile,
  contactInput,
  importContacts,
  imported,
  importPreview,
  newContact,
} from './contacts.schemas.ts'

const placeId = z.object({ placeId: id })
const contactId = z.object({ contactId: id })
const broker = ['broker'] as const

const UNREADABLE = [
  'contacts.too_large',
  'contacts.not_a_table',
  'contacts.no_columns',
  'contacts.too_many',
]
const KEEPABLE = [
  'contacts.not_reachable',
  'contacts.not_phone',
  'contacts.email_taken',
  'contacts.already_there',
]

/** The address book of a place: for its brokers, and nobody else (`trust.md` A5). */
export const contactsContract = {
  list: endpoint({
    method: 'POST',
    path: '/places/:placeId/contacts/list',
    summary: 'Look into the address book; asked in the body, so that no name stands in an address',
    access: broker,
    params: placeId,
    body: z.strictObject({
      q: z.optional(z.string().check(z.maxLength(120))),
      /** Only those who have not been told yet. */
      untold: z.optional(z.boolean()),
      cursor: z.optional(z.string().check(z.maxLength(1000))),
      limit: z.optional(z.int().check(z.gte(1), z.lte(100))),
    }),
    response: z.object({
      ...pageOf(contact).shape,
      /** Of the whole book, whatever is looked for. */
      total: z.number(),
      untold: z.number(),
    }),
    limit: { perMinute: 120 },
  }),
  add: endpoint({
    method: 'POST',
    path: '/places/:placeId/contacts',
    summary: 'Add somebody to the address book',
    access: broker,
    params: placeId,
    body: newContact,
    status: 201,
    response: contact,
    errors: [...KEEPABLE, 'contacts.kept_out'],
  }),
  look: endpoint({
    method: 'POST',
    path: '/places/:placeId/contacts/look',
    summary: 'What bringing in a CSV would do, line by line; changes nothing',
    access: broker,
    params: placeId,
    body: contactFile,
    response: importPreview,
    errors: UNREADABLE,
    limit: { perMinute: 20 },
  }),
  bringIn: endpoint({
    method: 'POST',
    path: '/places/:placeId/contacts/import',
    summary: 'Bring in a CSV exactly as it was looked through, all or nothing',
    access: broker,
    params: placeId,
    body: importContacts,
    response: imported,
    errors: [...UNREADABLE, 'contacts.other_file', 'contacts.book_changed', 'contacts.nothing_new'],
    limit: { perMinute: 20 },
  }),
  told: endpoint({
    method: 'POST',
    path: '/places/:placeId/contacts/told',
    summary: 'Say that these people know that they are in the book',
    access: broker,
    params: placeId,
    body: z.strictObject({ contactIds: z.array(id).check(z.minLength(1), z.maxLength(100)) }),
    response: z.object({ told: z.number() }),
  }),
  read: endpoint({
    method: 'GET',
    path: '/contacts/:contactId',
    summary: 'One entry of the address book',
    access: broker,
    params: contactId,
    response: contact,
    errors: ['contacts.not_found'],
  }),
  change: endpoint({
    method: 'PUT',
    path: '/contacts/:contactId',
    summary: 'Change an entry; saving it as it is keeps it for another two years',
    access: broker,
    params: contactId,
    ifMatch: true,
    body: contactInput,
    response: contact,
    errors: ['contacts.not_found', ...KEEPABLE, 'contacts.kept_out'],
  }),
  remove: endpoint({
    method: 'POST',
    path: '/contacts/:contactId/remove',
    summary: 'Take somebody out of the book; where they asked for it, no list brings them back',
    access: broker,
    params: contactId,
    body: z.strictObject({ theyAsked: z.boolean() }),
    status: 204,
    response: nothing,
    errors: ['contacts.not_found'],
  }),
} as const
