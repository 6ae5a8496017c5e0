import type { ImportProblemCode, RowFlaw } from './problem.ts'

/** Why a row was refused. Operators read these in a terminal, so English only. */
export const flawWords: Readonly<Record<RowFlaw, string>> = {
  too_long: 'The line is longer than one megabyte.',
  unclosed: 'A field begins and never ends.',
  columns: 'The row has another number of columns than the heading.',
  not_json: 'The row is not valid JSON.',
  no_number: 'The row has no register number.',
  bad_number: 'The register number cannot be right.',
  no_name: 'The row has no name.',
  bad_status: 'The status is neither Registered nor Removed.',
  repeated: 'The same organisation stands earlier in this file.',
  bad_code: 'The area code is not a GSS code.',
  bad_postcode: 'The postcode cannot be right.',
  database: 'The database refused the row.',
}

/** Why an import cannot begin. `{about}` is a path, an option or a name. */
const problemWords: Readonly<Record<ImportProblemCode, string>> = {
  nothing_there: 'There is no file or folder at {about}.',
  packed: '{about} is packed. Unpack it first, then name the file inside.',
  not_utf8: '{about} is UTF-16. Save it as UTF-8 first.',
  empty: '{about} is empty.',
  unknown_table: '{about} is not a table we know.',
  no_main_table:
    '{about} only adds to the charity table. Name the folder, with publicextract.charity in it.',
  running: 'Another import is running on this database. Wait until it has ended, then try again.',
  no_tables: 'No table we know was found in {about}.',
  bad_option: 'We do not understand {about}.',
  unwritable: 'We may not write refused rows to {about}. Choose another folder with --out.',
  not_json: '{about} is not valid JSON.',
  too_big: '{about} is larger than 200 MB. Load it in parts.',
  no_columns: '{about} has no column for the postcode and the district. Name them with --columns.',
}

export function problemSentence(code: ImportProblemCode, about: string): string {
  return problemWords[code].replace('{about}', about)
}

export const placesWords = {
  usage: `Loads official area codes and, where there is one, a postcode file.

  pnpm import:places <folder or file> [options]

  --lad E09000028,E09000022   only postcodes of these districts
  --columns postcode=pcds,lad=lad25cd,ward=wd25cd,lsoa=lsoa21,terminated=doterm
                              which columns of the postcode file to read
  --out <folder>              where to write refused rows (default: here)`,
  leftAlone: (file: string) => `Left alone: ${file} (not a table we know).`,
  relisted: 'Everybody on the register is listed anew by where they work.',
  loaded: { areas: 'areas', wards: 'wards', postcodes: 'postcodes' },
}

export const reportWords = {
  labels: {
    read: 'Read',
    fresh: 'New',
    changed: 'Changed',
    unchanged: 'Unchanged',
    kept: 'Kept as they were (a better or newer source holds them)',
    linked: 'Skipped: linked charities',
    elsewhere: 'Skipped: other districts',
    repaired: 'Taken with unreadable characters mended',
    doubtful: 'Taken with a field left out that could not be read',
    refused: 'Refused',
  },
  line: (file: string, line: number, reason: string) => `  ${file}, line ${line}: ${reason}`,
  more: (n: number) => `  … and ${n.toLocaleString('en-GB')} more.`,
  written: (path: string) => `All refused rows: ${path}`,
  measured: (seconds: number, megabytes: number) =>
    `Took ${seconds.toFixed(1)} seconds and at most ${Math.round(megabytes)} MB of memory.`,
}
