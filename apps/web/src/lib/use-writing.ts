import { useState } from 'react'
import { readDraft } from './drafts.ts'
import { useDeviceDraft } from './use-device-draft.ts'

/** What a form holds: texts and ticks. */
export type Fields = Record<string, string | boolean>

/** What somebody typed, and what stood there when they began to. */
interface Edit {
  typed: string | boolean
  over: string | boolean
}
type Edits = Record<string, Edit>

export interface Writing<V extends Fields> {
  /** What is in the form: what was typed here, else what stands there now. */
  values: V
  put: (name: keyof V & string, value: string | boolean) => void
  /** What somebody else wrote in a field since one began to type in it here; undefined where nobody did. */
  theirs: (name: keyof V & string) => string | boolean | undefined
  /** Leaves what was typed here in a field, or takes what the other wrote. */
  settle: (name: keyof V & string, whose: 'mine' | 'theirs') => void
  /** When this device last kept a copy. */
  keptAt: Date | null
  /** When what was found on this device was typed; null where nothing was. */
  found: Date | null
  /** Throws away what was typed here. */
  forget: () => void
  /** After it was saved. */
  drop: () => void
}

/** A device's copy is not to be trusted: only fields of this form, of their kind, that still differ. */
export function editsFrom(kept: unknown, now: Fields): Edits {
  if (typeof kept !== 'object' || kept === null) return {}
  return Object.fromEntries(
    Object.entries(kept as Record<string, Partial<Edit> | null>).filter(
      (entry): entry is [string, Edit] => {
        const [name, edit] = entry
        const same = typeof now[name]
        const fits = typeof edit?.typed === same && typeof edit?.over === same
        return fits && edit?.typed !== now[name]
      },
    ),
  )
}

/**
 * A form over something that others may change meanwhile. What is typed is kept on this device until it is saved, and
 * stays in the form whatever anybody else saves: the newer stands beside it.
 *
 * @param name of the copy on this device, for example 'part:018f…:018e…'
 * @param now as the service has it; may become newer while somebody writes
 */
export function useWriting<V extends Fields>(name: string, now: V): Writing<V> {
  const [kept] = useState(() => readDraft(name))
  const [edits, setEdits] = useState<Edits>(() => editsFrom(kept?.value, now))
  const [found, setFound] = useState(() => Object.keys(edits).length > 0)
  const device = useDeviceDraft(name, edits)
  const values = Object.fromEntries(
    Object.entries(now).map(([field, value]) => [field, edits[field]?.typed ?? value]),
  ) as V
  const without = (field: string) =>
    Object.fromEntries(Object.entries(edits).filter(([other]) => other !== field))
  return {
    values,
    put: (field, typed) =>
      setEdits((before) => ({
        ...before,
        [field]: { typed, over: before[field]?.over ?? now[field] ?? '' },
      })),
    theirs: (field) => {
      const edit = edits[field]
      const newer = now[field]
      return edit && edit.over !== newer && edit.typed !== newer ? newer : undefined
    },
    settle: (field, whose) => {
      const typed = values[field]
      const over = now[field]
      const stays = { ...edits, [field]: { typed, over } } as Edits
      setEdits(whose === 'mine' ? stays : without(field))
    },
    keptAt: device.keptAt,
    found: found ? (kept?.at ?? null) : null,
    forget: () => {
      setEdits({})
      setFound(false)
    },
    drop: device.drop,
  }
}
