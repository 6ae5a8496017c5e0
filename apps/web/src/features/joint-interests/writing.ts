import type { JointInterest } from '@howcanwe/shared/joint-interests'
import type { ChangeEvent } from 'react'
import type { Faults } from '../../lib/use-faults.ts'
import type { Writing } from '../../lib/use-writing.ts'

/** Pence as somebody would type them; nothing for none. */
const typedPence = (pence: number): string => (pence ? String(pence / 100) : '')

/** Our own part as the form holds it. */
export function partOf(joint: JointInterest) {
  const share = joint.members.find((m) => m.ours)?.share
  return {
    part: share?.part ?? '',
    role: share?.role ?? '',
    hoursPerMonth: share?.part ? String(share.hoursPerMonth) : '',
    pence: typedPence(share?.pence ?? 0),
    lends: share?.nameOnly != null,
    nameOnly: share?.nameOnly ?? '',
    conflict: share?.conflict ?? false,
    conflictNote: share?.conflictNote ?? '',
  }
}
export type PartFields = ReturnType<typeof partOf>

/** What all say together as the form holds it. */
export const termsOf = ({ purpose, needNote, rules }: JointInterest) => ({
  purpose,
  needNote,
  rules,
})

/** Ties a field to what is written: its name, its text, what is wrong with it. */
export const fieldIn =
  (form: Writing<PartFields>, faults: Faults) =>
  (name: 'part' | 'role' | 'hoursPerMonth' | 'pence' | 'nameOnly' | 'conflictNote') => ({
    name,
    value: form.values[name],
    error: faults.of(name),
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      form.put(name, name === 'hoursPerMonth' ? target.value.replace(/\D/g, '') : target.value),
  })
