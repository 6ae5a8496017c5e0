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

/** Where what comes back is typed in. Words are `group-paper` `back.<key>`. */
export const COMES_BACK: readonly Paper[] = [
  { key: 'form', to: (groupId) => further.enterMember({ groupId }) },
  { key: 'charter', to: (groupId) => further.charter({ groupId }) },
  // Each session has its own screen for who comes and for the two taps, each decision its own for ballots.
  { key: 'sessions', to: (groupId) => further.sessions({ groupId }) },
  { key: 'decisions', to: (groupId) => further.decisions({ groupId }) },
  { key: 'suggestions', to: (groupId) => further.suggestions({ groupId }) },
  { key: 'pay', to: (groupId) => further.groupPay({ groupId }) },
]
