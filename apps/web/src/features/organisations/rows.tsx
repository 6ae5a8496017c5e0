import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Fieldset, fieldId } from '../../ui/index.ts'
import { isUnfinished, type Reached, type Room } from './capacity.ts'

export interface RowsProps<Row> {
  rows: readonly Row[]
  onChange: (rows: Row[]) => void
  errorOf: (name: string) => string | undefined
}

/** Rows at most. */
const MOST = 10

/** Puts the cursor in a row that was just added, and on the button when one was removed. */
function useRowFocus(first: string) {
  const [moved, setMoved] = useState<'added' | 'removed' | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (moved === 'added') document.getElementById(fieldId(first))?.focus()
    if (moved === 'removed') add.current?.focus()
    setMoved(null)
  }, [moved, first])
  return { add, setMoved }
}

interface Props<Row> extends Omit<RowsProps<Row>, 'errorOf'> {
  /** What the answers hold them as, and which of a row's boxes is the first. */
  name: string
  first: string
  fresh: (rows: readonly Row[]) => Row
  says: {
    lead: string
    add: string
    one: (number: number) => string
    remove: (n: number) => string
  }
  children: (row: Row, name: (field: string) => string) => ReactNode
}

/** Some of a kind, each in a box of its own with a way out, and a button for one more. */
export function Rows<Row extends Room | Reached>(props: Props<Row>) {
  const { rows, onChange, name, first, fresh, says, children } = props
  const { t } = useTranslation('organisations')
  const { add, setMoved } = useRowFocus(`${name}.${rows.length - 1}.${first}`)
  const now = (next: Row[], how: 'added' | 'removed') => {
    onChange(next)
    setMoved(how)
  }
  return (
    <>
      <p className="govuk-body">{says.lead}</p>
      {rows.map((row, index) => (
        <div key={row.key} className="hcw-row">
          <Fieldset legend={says.one(index + 1)} name={`${name}.${index}`}>
            {children(row, (field) => `${name}.${index}.${field}`)}
            {isUnfinished(row) ? <p className="govuk-hint">{t('capacity.notYet')}</p> : null}
            <Button
              kind="secondary"
              aria-label={says.remove(index + 1)}
              onClick={() =>
                now(
                  rows.filter((r) => r.key !== row.key),
                  'removed',
                )
              }
            >
              {t('capacity.remove')}
            </Button>
          </Fieldset>
        </div>
      ))}
      {rows.length < MOST ? (
        <Button ref={add} kind="secondary" onClick={() => now([...rows, fresh(rows)], 'added')}>
          {says.add}
        </Button>
      ) : null}
    </>
  )
}
