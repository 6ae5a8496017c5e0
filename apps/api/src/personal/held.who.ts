import { type SQL, sql } from 'drizzle-orm'

/** Whose things are meant: by id, and by the address and number they have proven theirs, empty where there is none. */
export interface Who {
  id: string
  email: string
  /** E.164. */
  phone: string
  language: string
}

/** A number somebody saved and has not proven may be another's: nothing is theirs by it. */
export const whoOf = (row: {
  id: string
  email: string | null
  phone: string | null
  phoneVerifiedAt: Date | null
  language: string
}): Who => ({
  id: row.id,
  email: row.email ?? '',
  phone: (row.phoneVerifiedAt && row.phone) ?? '',
  language: row.language,
})

/** That an organisation `o` is reached by this very address or number, however the number is written there. */
export const isContactOf = ({ email, phone }: Who): SQL => sql`(
  lower(nullif(o.contact_email, '')) = ${email}
  or e164_of(o.contact_phone, calling_code_of(o.place_id)) = nullif(${phone}, ''))`

/** That an entry `b` of a broker's address book has this very address or number. */
export const isInBook = ({ email, phone }: Who): SQL => sql`(
  lower(nullif(b.email, '')) = ${email}
  or e164_of(b.phone, calling_code_of(b.place_id)) = nullif(${phone}, ''))`

/** An instant as everybody can read it: RFC 3339, UTC. */
export const iso = (column: string): SQL =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`)

/** That this is how whoever asked a question `p`, or stands behind one, is reached. */
export const isVoiceOf = ({ id, email, phone }: Who, of: 'asked' | 'supports'): SQL => sql`(
  v.contact_by = 'email' and lower(v.contact) = nullif(${email}, '')
  or v.contact_by = 'phone' and e164_of(v.contact, calling_code_of(v.place_id)) = nullif(${phone}, '')
  ${of === 'asked' ? sql`or v.person_id = ${id}` : sql``})`

/** Minor units of the money of a place `p`: 12.50 GBP. */
export const money = (column: string): SQL =>
  sql.raw(`to_char(${column} / 100.0, 'FM9999990.00') || ' ' || p.currency`)

/** What asks the database for one section; its columns carry the names of `HELD_FIELDS`. */
export type Statement = (who: Who) => SQL
