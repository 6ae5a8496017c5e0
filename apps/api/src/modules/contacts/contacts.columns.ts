import type { ContactColumn } from '@howcanwe/shared/contacts'

/** What people call a column, folded: English and Dutch, and what mail programs write when they export. */
const NAMES: Record<ContactColumn, readonly string[]> = {
  organisationName: [
    ...[
      'organisation',
      'organization',
      'organisationname',
      'organizationname',
      'nameoforganisation',
    ],
    ...[
      'group',
      'groupname',
      'charity',
      'company',
      'companyname',
      'organisatie',
      'naamorganisatie',
    ],
    ...['organisatienaam', 'groep', 'vereniging', 'stichting', 'bedrijf', 'bedrijfsnaam'],
  ],
  contactName: [
    ...['contact', 'contactname', 'contactperson', 'person', 'name', 'fullname', 'displayname'],
    ...['contactpersoon', 'naamcontactpersoon', 'persoon', 'naam', 'volledigenaam', 'weergavenaam'],
  ],
  email: [
    ...['email', 'emailaddress', 'mail', 'contactemail', 'email1value', 'emailadres', 'mailadres'],
  ],
  phone: [
    ...['phone', 'phonenumber', 'telephone', 'telephonenumber', 'tel', 'mobile', 'mobilephone'],
    ...['contactphone', 'number', 'telefoon', 'telefoonnummer', 'telnr', 'mobiel', 'nummer'],
  ],
  themes: ['themes', 'theme', 'subjects', 'causes', 'themas', 'thema', 'onderwerpen'],
  areas: ['areas', 'area', 'ward', 'wards', 'buurt', 'buurten', 'wijk', 'wijken', 'gebied'],
  notes: [
    'notes',
    'note',
    'comments',
    'remarks',
    'opmerking',
    'opmerkingen',
    'notitie',
    'notities',
  ],
}

const fold = (head: string): string =>
  head
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([column, names]) =>
    names.map((name) => [name, column as ContactColumn] as const),
  ),
)

export interface Head {
  head: string
  /** What its cells are taken for; null is left alone. */
  column: ContactColumn | null
}

/** What each name of the first row means, in any order, case and of both languages. Of two of a kind the first counts. */
export function columnsOf(heads: readonly string[]): Head[] {
  const taken = new Set<ContactColumn>()
  return heads.map((head) => {
    const meant = BY_NAME.get(fold(head))
    if (!meant || taken.has(meant)) return { head, column: null }
    taken.add(meant)
    return { head, column: meant }
  })
}

/** Whether there is enough to keep anybody by. */
export const isEnough = (heads: readonly Head[]): boolean => {
  const has = (column: ContactColumn) => heads.some((head) => head.column === column)
  return has('organisationName') && (has('email') || has('phone'))
}
