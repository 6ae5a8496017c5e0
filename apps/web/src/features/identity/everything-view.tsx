import type { Everything, HeldField, HeldRow, HeldSection } from '@howcanwe/shared/identity'
import { type ReactNode, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, ButtonGroup, Details, SummaryList } from '../../ui/index.ts'
import { useHeldWords } from './held-words.tsx'
import { useEverything } from './identity.queries.ts'

type Value = HeldRow[HeldField]

const MOMENT = /^\d{4}-\d{2}-\d{2}T/

export interface EverythingViewProps {
  /** Drawn instead of the common sentence; `again` asks once more. */
  refused: (error: unknown, again: () => void) => ReactNode
}

/** Everything held, to read, to print and to save. */
export function EverythingView({ refused }: EverythingViewProps) {
  const everything = useEverything()
  const again = () => void everything.refetch()
  return (
    <Loaded query={everything} lines={8} refused={(error) => refused(error, again)}>
      {(all) => <Sections all={all} />}
    </Loaded>
  )
}

/** A file made here, of what is on the screen: nothing is asked for a second time. */
function saveAs(name: string, all: Everything): void {
  const content = new Blob([JSON.stringify(all, null, 2)], { type: 'application/json' })
  const address = URL.createObjectURL(content)
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  URL.revokeObjectURL(address)
}

function Sections({ all }: { all: Everything }) {
  const { t } = useTranslation('identity')
  const { moment } = useFormats()
  const [open, setOpen] = useState(false)
  /** Paper shows only what is open. */
  const print = () => {
    flushSync(() => setOpen(true))
    window.print()
  }
  return (
    <>
      <p className="govuk-body">{t('everything.made', { when: moment(all.madeAt) })}</p>
      <ButtonGroup>
        <Button onClick={() => saveAs(t('everything.file'), all)}>{t('everything.save')}</Button>
        <Button kind="secondary" onClick={print}>
          {t('everything.print')}
        </Button>
      </ButtonGroup>
      {all.sections.map(({ section, rows }) =>
        rows.length === 0 ? null : (
          <Details
            key={section}
            open={open || section === 'person'}
            summary={`${t(`held.sections.${section}`)} (${rows.length})`}
          >
            {numbered(rows).map(({ key, row }) => (
              <Row key={key} section={section} row={row} />
            ))}
          </Details>
        ),
      )}
    </>
  )
}

/** Rows have no name of their own, and never move. */
const numbered = (rows: readonly HeldRow[]) => rows.map((row, i) => ({ key: String(i), row }))

function Row({ section, row }: { section: HeldSection; row: HeldRow }) {
  const { t } = useTranslation('identity')
  const { moment } = useFormats()
  const said = useHeldWords()
  const read = (field: HeldField, value: Value): ReactNode => {
    if (typeof value === 'boolean') return t(value ? 'everything.yes' : 'everything.no')
    if (typeof value === 'string' && MOMENT.test(value)) return moment(value)
    const all = (Array.isArray(value) ? value : [String(value)]).filter(Boolean)
    const named = all.map((one) => said(section, field, one))
    return named.flatMap((one, i) => (i === 0 ? [one] : [', ', one]))
  }
  const rows = (Object.entries(row) as [HeldField, Value][])
    .filter(([, value]) => value !== null && value !== '')
    .map(([field, value]) => ({
      key: field,
      label: t(`held.fields.${field}`),
      value: read(field, value),
    }))
  return <SummaryList rows={rows} />
}
