import type { ChangeEvent } from 'react'

/** The list with one choice more or less, as a box was ticked or not; always in the order of `order`. */
export function toggled<T extends string>(
  values: readonly T[],
  event: ChangeEvent<HTMLInputElement>,
  order: readonly T[],
): T[] {
  const { value, checked } = event.target
  return order.filter((one) => (one === value ? checked : values.includes(one)))
}
