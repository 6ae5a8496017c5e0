/**
 * A question as a commissioner might write it, and what a careful colleague would say of it: codes in any order,
 * parted by a space, empty where it is fine. `summary:` before a code means the summary and not the question.
 */
export type Asked = readonly [question: string, expected: string, summary?: string]
