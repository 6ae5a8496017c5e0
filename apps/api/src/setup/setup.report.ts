import type { SetupProblem } from './setup.problems.ts'
import type { SetupFile } from './setup.schemas.ts'
import { setupWords as words } from './setup.words.ts'

export type Change = keyof typeof words.changes
export type Note = keyof typeof words.notes

/** One thing that is different now, or one that is not as the file says and stays so. */
export interface Step {
  what: Change | Note
  about: string
  more: string
}

export interface SetupReport {
  placeId: string
  steps: readonly Step[]
}

const indented = (sentence: string) => `  ${sentence}`
const isNote = (what: Step['what']): what is Note => what in words.notes
const ENDED_ON_REQUEST: readonly Step['what'][] = ['areaMissing', 'memberMissing', 'roleMissing']

export const changesOf = ({ steps }: SetupReport): Step[] => steps.filter((s) => !isNote(s.what))

const sentenceOf = ({ what, about, more }: Step): string =>
  isNote(what) ? words.notes[what](about, more) : words.changes[what](about, more)

/** What a run did, or would do, in plain words. */
export function reportLines(report: SetupReport, file: SetupFile, dryRun: boolean): string[] {
  const changes = changesOf(report).map(sentenceOf).map(indented)
  const notes = report.steps.filter((s) => isNote(s.what))
  const { contact, complaints = contact } = file.place
  const { name, phone, email } = complaints
  return [
    ...(dryRun ? [words.dryRun] : []),
    ...(changes.length > 0 ? changes : [words.unchanged]),
    ...(notes.length > 0 ? [words.notesFollow, ...notes.map(sentenceOf).map(indented)] : []),
    ...(notes.some((s) => ENDED_ON_REQUEST.includes(s.what)) ? [words.howToEnd] : []),
    words.complaints([name, phone, email].filter(Boolean).join(', ')),
  ]
}

/** Why nothing was done, one line a problem, each with its place in the file. */
export const problemLines = (problems: readonly SetupProblem[]): string[] => [
  words.refused,
  ...problems.map(({ pointer, code, about = '' }) =>
    words.problem(pointer, words.problems[code](about, '')),
  ),
]
