import { useState } from 'react'

/** One to be invited, with what they will be told. */
export interface Ticked {
  kind: 'organisation' | 'register'
  id: string
  name: string
  why: string
}

/** Who is ticked. Taking a tick away and setting it again brings back the words. */
export function useTicked() {
  const [all, setAll] = useState<readonly (Ticked & { on: boolean })[]>([])
  const put = (id: string, change: (one: Ticked & { on: boolean }) => Ticked & { on: boolean }) =>
    setAll((before) => before.map((one) => (one.id === id ? change(one) : one)))
  return {
    ticked: all.filter((one) => one.on),
    of: (id: string): Ticked | undefined => all.find((one) => one.id === id && one.on),
    toggle: (fresh: Ticked) =>
      all.some((one) => one.id === fresh.id)
        ? put(fresh.id, (one) => ({ ...one, on: !one.on }))
        : setAll((before) => [...before, { ...fresh, on: true }]),
    write: (id: string, why: string) => put(id, (one) => ({ ...one, why })),
    clear: () => setAll([]),
  }
}
export type TickedList = ReturnType<typeof useTicked>
