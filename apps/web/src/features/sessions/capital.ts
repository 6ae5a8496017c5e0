/** The same words as they begin a heading; Dutch days are written small. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
