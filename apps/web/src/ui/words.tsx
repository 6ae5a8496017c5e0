import { createContext, type ReactNode, useContext } from 'react'

/**
 * The few words the primitives say by themselves. The app fills them from its catalogues once, at the root;
 * every other word reaches a primitive through its own props.
 */
export interface UiWords {
  /** Name of the site, after the dash in the window's title. */
  siteName: string
  /** Said before a field's error to people who do not see its colour. */
  error: string
  /** Heading of the list of errors above a form. */
  problemTitle: string
  /** Put after the label of a field that may stay empty, with its brackets. */
  optional: string
  day: string
  month: string
  year: string
  charactersLeft: (count: number) => string
  charactersOver: (count: number) => string
  wordsLeft: (count: number) => string
  wordsOver: (count: number) => string
  /** Headings of a banner. */
  info: string
  success: string
  warning: string
  loading: string
  /** States of a station on the thread. */
  done: string
  now: string
  toCome: string
  showStages: string
  hideStages: string
  saving: string
  savedAt: (at: Date) => string
  notSaved: string
  savedOnDevice: string
  changedElsewhere: string
}

const WordsContext = createContext<UiWords | null>(null)

/** Gives the primitives below it their words. `words`: see `UiWords`. */
export function UiWordsProvider({ words, children }: { words: UiWords; children: ReactNode }) {
  return <WordsContext value={words}>{children}</WordsContext>
}

/** The words of the nearest provider; a primitive outside one is a mistake worth stopping for. */
export function useUiWords(): UiWords {
  const words = useContext(WordsContext)
  if (!words) throw new Error('A primitive was drawn outside UiWordsProvider')
  return words
}
