import { readFile } from 'node:fs/promises'
import * as z from 'zod/mini'
import { fieldsOf } from '../http/problems.ts'
import { type ProblemCode, type SetupProblem, SetupRefused } from './setup.problems.ts'
import { problemsOf } from './setup.rules.ts'
import { type SetupFile, setupFile } from './setup.schemas.ts'

type Issue = z.core.$ZodIssue

function placed(issue: Issue): SetupProblem[] {
  return fieldsOf('', [{ ...issue, path: [...issue.path] }]).map(({ pointer, code, limit }) => ({
    // '#' and the empty part come before a pointer into a file.
    pointer: pointer.slice(2),
    ...('values' in issue
      ? { code: 'not_one_of' as const, about: issue.values.join(', ') }
      : { code: code as ProblemCode, about: limit?.toString() }),
  }))
}

function json(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new SetupRefused([{ pointer: '', code: 'not_json', about: why }])
  }
}

/**
 * Reads what a file says, and whether it can be carried out.
 *
 * @throws SetupRefused with every problem and where it is
 */
export function parseSetup(text: string): SetupFile {
  const parsed = z.safeParse(setupFile, json(text), { reportInput: true })
  if (!parsed.success) throw new SetupRefused(parsed.error.issues.flatMap(placed))
  const problems = problemsOf(parsed.data)
  if (problems.length > 0) throw new SetupRefused(problems)
  return parsed.data
}

/** @throws SetupRefused */
export async function readSetup(path: string): Promise<SetupFile> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new SetupRefused([{ pointer: '', code: 'unreadable', about: `${path} (${error.code})` }])
  })
  return parseSetup(text)
}
