import { useEffect, useRef, useState } from 'react'
import { fieldId } from '../../ui/index.ts'

export interface RowsProps<Row> {
  rows: readonly Row[]
  onChange: (rows: Row[]) => void
  errorOf: (name: string) => string | undefined
}

/** Rows at most. */
export const MOST = 10

/** Puts the cursor in a row that was just added, and on the button when one was removed. */
export function useRowFocus(prefix: string, field: string, count: number) {
  const [moved, setMoved] = useState<'added' | 'removed' | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (moved === 'added')
      document.getElementById(fieldId(`${prefix}.${count - 1}.${field}`))?.focus()
    if (moved === 'removed') add.current?.focus()
    setMoved(null)
  }, [moved, prefix, field, count])
  return { add, setMoved }
}
