import { basename } from 'node:path'
import { inspectTable, type TableFile } from '../../places/import/index.ts'

/** Tables of the public extract that we read, and the sample layout of classified charities. */
export type RegisterTable =
  | 'charity'
  | 'classification'
  | 'areas'
  | 'names'
  | 'governing'
  | 'sample'
export type ChildTable = Exclude<RegisterTable, 'charity' | 'sample'>

/** A table is known by the columns only it has, so a renamed file is still read. */
const SIGNS: Readonly<Record<RegisterTable, readonly string[]>> = {
  charity: [
    'organisation_number',
    'registered_charity_number',
    'linked_charity_number',
    'charity_name',
    'charity_registration_status',
  ],
  classification: ['organisation_number', 'classification_code'],
  areas: ['organisation_number', 'geographic_area_type', 'geographic_area_description'],
  names: ['organisation_number', 'charity_name_type', 'charity_name'],
  governing: ['organisation_number', 'charitable_objects'],
  sample: ['org_id', 'reg_number', 'name', 'postcode', 'activities'],
}
const PEOPLE = ['trustee_name', 'trustee_id']

export interface RegisterFile {
  readonly file: TableFile
  readonly name: string
  readonly table: RegisterTable
}

export interface FoundTables {
  readonly tables: readonly RegisterFile[]
  /** Names of files we do not read. */
  readonly leftAlone: readonly string[]
  /** Names of files with trustees in them: never read, whatever happens. */
  readonly people: readonly string[]
}

function tableOf({ columns }: TableFile): RegisterTable | null {
  const has = (signs: readonly string[]) => signs.every((sign) => columns.includes(sign))
  const found = Object.entries(SIGNS).find(([, signs]) => has(signs))
  return (found?.[0] as RegisterTable | undefined) ?? null
}

/** Looks into each file and says which table it is. */
export async function findTables(paths: readonly string[]): Promise<FoundTables> {
  const tables: RegisterFile[] = []
  const leftAlone: string[] = []
  const people: string[] = []
  for (const path of paths) {
    const name = basename(path)
    const file = await inspectTable(path)
    const table = tableOf(file)
    if (PEOPLE.some((column) => file.columns.includes(column))) people.push(name)
    else if (table) tables.push({ file, name, table })
    else leftAlone.push(name)
  }
  return { tables, leftAlone, people }
}
