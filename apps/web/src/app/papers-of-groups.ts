import { further } from './further-paths.ts'

/** Something to print for a group: one line each. Words are `group-paper` `papers.<key>` and `papers.<key>Hint`. */
export interface Paper {
  key: string
  to: (groupId: string) => string
}

export const PAPERS: readonly Paper[] = [
  { key: 'poster', to: (groupId) => further.poster({ groupId }) },
  { key: 'letter', to: (groupId) => further.inviteLetter({ groupId }) },
  { key: 'form', to: (groupId) => further.joinForm({ groupId }) },
  { key: 'easy', to: (groupId) => further.easyRead({ groupId }) },
]
