import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../../ui/index.ts'

export interface RowsProps<R extends { key: number }> {
  rows: readonly R[]
  /** Names one row: 'Criterion 2'. */
  title: (index: number) => string
  /** Words of the button, for one row: 'Remove criterion 2'. */
  remove: (index: number) => string
  add: string
  onAdd: () => void
  onRemove: (key: number) => void
  min: number
  max: number
  children: (row: R, index: number) => ReactNode
}

/** A list of the same few boxes. A new row takes focus; after a removal the heading of its neighbour does. */
export function Rows<R extends { key: number }>(props: RowsProps<R>) {
  const { rows, title, remove, add, onAdd, onRemove, min, max, children } = props
  const list = useRef<HTMLOListElement>(null)
  const [goTo, setGoTo] = useState<number | null>(null)
  useEffect(() => {
    if (goTo === null) return
    list.current?.querySelectorAll<HTMLElement>('.hcw-rows__title')[goTo]?.focus()
    setGoTo(null)
  }, [goTo])
  return (
    <>
      <ol className="hcw-rows" ref={list}>
        {rows.map((row, index) => (
          <li key={row.key} className="hcw-rows__row">
            <div className="hcw-rows__head">
              <h3 className="hcw-rows__title" tabIndex={-1}>
                {title(index)}
              </h3>
              {rows.length > min ? (
                <button
                  type="button"
                  className="hcw-link-button"
                  onClick={() => {
                    onRemove(row.key)
                    setGoTo(Math.max(0, index - 1))
                  }}
                >
                  {remove(index)}
                </button>
              ) : null}
            </div>
            {children(row, index)}
          </li>
        ))}
      </ol>
      {rows.length < max ? (
        <Button
          kind="secondary"
          onClick={() => {
            onAdd()
            setGoTo(rows.length)
          }}
        >
          {add}
        </Button>
      ) : null}
    </>
  )
}
