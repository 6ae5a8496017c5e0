/** Why an import cannot begin or go on. The sentence a person reads is found by `code` in `import.words.ts`. */
export class ImportProblem extends Error {
  readonly code: ImportProblemCode
  readonly about: string

  constructor(code: ImportProblemCode, about = '') {
    super(`${code} ${about}`.trim())
    this.name = 'ImportProblem'
    this.code = code
    this.about = about
  }
}

export type ImportProblemCode =
  | 'nothing_there'
  | 'packed'
  | 'not_utf8'
  | 'empty'
  | 'unknown_table'
  | 'no_main_table'
  | 'running'
  | 'no_tables'
  | 'bad_option'
  | 'no_columns'
  | 'unwritable'
  | 'not_json'
  | 'too_big'

/** Why one row was refused. Sentences: `import.words.ts`. */
export type RowFlaw =
  | 'too_long'
  | 'unclosed'
  | 'columns'
  | 'not_json'
  | 'no_number'
  | 'bad_number'
  | 'no_name'
  | 'bad_status'
  | 'repeated'
  | 'bad_code'
  | 'bad_postcode'
  | 'database'
