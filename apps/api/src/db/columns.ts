import { customType, integer, timestamp, uuid } from 'drizzle-orm/pg-core'
import { v7 } from 'uuid'

/** UUIDv7: sorts by birth, tells nothing else. */
export const primaryId = () =>
  uuid('id')
    .primaryKey()
    .$defaultFn(() => v7())
export const placeRef = () => uuid('place_id').notNull()
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
export const version = () => integer('version').notNull().default(1)
export const born = () => instant('created_at').notNull().defaultNow()
export const changed = () => instant('updated_at').notNull().defaultNow()

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })
