import type { Theme } from '@howcanwe/shared/places'
import type { Database } from '../db/database.ts'
import { contacts } from '../modules/contacts/contacts.table.ts'
import { daysAgo, type Ids, idOf, noonIn } from './demo.ids.ts'

interface Entry {
  organisationName: string
  contactName: string
  email: string | null
  phone: string | null
  themes?: Theme[]
  areas?: string
  notes?: string
  source: string
  /** How many days ago it came in. */
  since: number
  /** They know that they are in it. */
  told: boolean
}

const BOOK: readonly Entry[] = [
  {
    organisationName: 'Riverside Allotments',
    contactName: 'Bo Lindgren',
    email: 'bo@allotments.example',
    phone: null,
    themes: ['food', 'environment'],
    areas: 'Riverside',
    notes: 'Has spare plots, and a shed with a kettle.',
    source: 'Asked to be rung, at the spring fair',
    ...{ since: 60, told: true },
  },
  {
    organisationName: 'Northgate Chess and Tea',
    contactName: 'Wen Zhao',
    email: null,
    phone: '+442079460131',
    themes: ['older-people'],
    areas: 'Northgate',
    notes: 'Rings back after six. Prefers the telephone.',
    source: 'Gave her number at the library',
    ...{ since: 34, told: true },
  },
  {
    organisationName: 'Mill Lane Dads',
    contactName: 'Kofi Mensah',
    email: 'kofi@dads.example',
    phone: '+442079460132',
    themes: ['children-young-people', 'mental-health'],
    areas: 'Mill Lane',
    source: 'The list of groups the library keeps',
    ...{ since: 27, told: false },
  },
  {
    organisationName: 'Elmside Sewing Circle',
    contactName: 'Nadia Rahman',
    email: 'sewing@elmside.example',
    phone: null,
    themes: ['employment-skills'],
    areas: 'Elmside',
    source: 'The list of groups the library keeps',
    ...{ since: 27, told: false },
  },
]

/** Whom Ines rings at groups that are not on the list; two of them do not know yet that she has written them down (PE3). */
export async function loadBook(tx: Database, placeId: string, persons: Ids): Promise<void> {
  const addedBy = idOf(persons, 'ines')
  await tx.insert(contacts).values(
    BOOK.map(({ since, told, ...entry }) => ({
      ...entry,
      ...{ placeId, addedBy },
      createdAt: daysAgo(since),
      toldAt: told ? daysAgo(since - 1) : null,
      tellBy: noonIn(30 - since),
    })),
  )
}
