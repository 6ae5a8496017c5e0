import type { LegacyHighs } from 'highs'

/** A number times a variable. */
export type Term = readonly [number, string]
export interface Row {
  name: string
  terms: readonly Term[]
  is: '<=' | '>=' | '='
  value: number
}
/** A linear program: variables are at least 0 and at most `upTo`, where that is given. */
export interface Program {
  goal: 'Maximize' | 'Minimize'
  objective: readonly Term[]
  rows: readonly Row[]
  upTo?: Readonly<Record<string, number>>
  /** These are whole numbers. */
  whole?: readonly string[]
}
export interface Solution {
  value: number
  of: (variable: string) => number
  /** What one more of a row's right side would bring; never negative. Only without whole numbers. */
  worth: (row: string) => number
}

/** Less than this is nothing: the solver works with an accuracy of 1e-7. */
const NOTHING = 1e-11

let loading: Promise<LegacyHighs> | null = null
/** HiGHS, compiled to WebAssembly; read from disk the first time somebody draws. */
const loaded = (): Promise<LegacyHighs> => {
  loading ??= import('highs').then((module) => module.default())
  return loading
}

const written = (terms: readonly Term[]): string => {
  const some = terms.filter(([times]) => Math.abs(times) > NOTHING)
  if (some.length === 0) return `0 ${terms[0]?.[1] ?? 'none'}`
  return some
    .map(([times, name]) => `${times < 0 ? '-' : '+'} ${Math.abs(times)} ${name}`)
    .join('\n ')
}

/** The CPLEX text of a program, which is how HiGHS is asked. */
export function textOf({ goal, objective, rows, upTo = {}, whole = [] }: Program): string {
  return [
    goal,
    ` obj: ${written(objective)}`,
    'Subject To',
    ...rows.map((row) => ` ${row.name}: ${written(row.terms)} ${row.is} ${row.value}`),
    'Bounds',
    ...Object.entries(upTo).map(([name, most]) => ` 0 <= ${name} <= ${most}`),
    ...(whole.length > 0 ? ['General', ...whole.map((name) => ` ${name}`)] : []),
    'End',
  ].join('\n')
}

/** @returns null where no numbers satisfy all rows */
export async function solve(program: Program): Promise<Solution | null> {
  const highs = await loaded()
  // Other requests get a turn between two programs.
  await new Promise((resolve) => setImmediate(resolve))
  const solved = highs.solve(textOf(program), { mip_rel_gap: 0, mip_abs_gap: 1e-7 })
  if (solved.Status === 'Infeasible') return null
  if (solved.Status !== 'Optimal')
    throw new Error(`The program has no best answer: ${solved.Status}`)
  const worths = new Map(
    program.rows.map(({ name }, at) => {
      const row = solved.Rows[at]
      return [name, row && 'Dual' in row ? Math.abs(row.Dual) : 0]
    }),
  )
  return {
    value: solved.ObjectiveValue,
    of: (variable) => solved.Columns[variable]?.Primal ?? 0,
    worth: (row) => worths.get(row) ?? 0,
  }
}
