import type { ImportLine, ImportPreview, LineState } from '@howcanwe/shared/contacts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Button, Details } from '../../ui/index.ts'

const SHOWN = 50

/** What bringing in a file would do, line by line; what was refused comes first and open. Needs `contacts`. */
export function Preview({ seen }: { seen: ImportPreview }) {
  const { t } = useTranslation('contacts')
  const { list } = useFormats()
  const of = (is: LineState) => seen.lines.filter((line) => line.is === is)
  const unused = seen.columns.filter(({ head, column }) => head !== '' && !column)
  const used = seen.columns.flatMap(({ head, column }) =>
    column ? [t('seen.column', { head, column: t(`column.${column}`) })] : [],
  )
  const doubts = seen.lines.filter((line) => line.is !== 'refused' && line.problems.length > 0)
  return (
    <>
      <p className="govuk-body">{t('seen.columns', { columns: list(used) })}</p>
      {unused.length > 0 ? (
        <p className="govuk-body">
          {t('seen.unused', { columns: list(unused.map(({ head }) => head)) })}
        </p>
      ) : null}
      <Lines title={t('seen.refused', { count: seen.counts.refused })} lines={of('refused')} open />
      <Lines title={t('seen.doubts', { count: doubts.length })} lines={doubts} />
      <Lines title={t('seen.change', { count: seen.counts.change })} lines={of('change')} />
      <Lines title={t('seen.new', { count: seen.counts.new })} lines={of('new')} />
      {seen.counts.same > 0 ? (
        <p className="govuk-body">{t('seen.same', { count: seen.counts.same })}</p>
      ) : null}
    </>
  )
}

interface LinesProps {
  title: string
  lines: readonly ImportLine[]
  open?: boolean
}

function Lines({ title, lines, open = false }: LinesProps) {
  const { t } = useTranslation('contacts')
  const [shown, setShown] = useState(SHOWN)
  if (lines.length === 0) return null
  return (
    <Details summary={title} open={open}>
      <ul className="govuk-list govuk-list--bullet">
        {lines.slice(0, shown).map((line) => (
          <Line key={line.line} line={line} />
        ))}
      </ul>
      {lines.length > shown ? (
        <Button kind="secondary" onClick={() => setShown(shown + SHOWN)}>
          {t('seen.more', { count: lines.length - shown })}
        </Button>
      ) : null}
    </Details>
  )
}

function Line({ line }: { line: ImportLine }) {
  const { t } = useTranslation('contacts')
  const { organisationName, contactName, phone, email } = line
  const who = [organisationName, contactName, phone, email].filter(Boolean).join(', ')
  return (
    <li>
      <strong>{t('seen.line', { line: line.line })}</strong> {who || t('seen.nobody')}
      {line.problems.map(({ column, why, otherLine }) => (
        <div key={`${column} ${why}`}>
          {column ? `${t(`column.${column}`)}: ` : ''}
          {t(`why.${why}`, { line: otherLine ?? 0 })}
        </div>
      ))}
      {line.changes.map(({ column, from, to }) => (
        <div key={column}>
          {from
            ? t('seen.fromTo', { column: t(`column.${column}`), from, to })
            : t('seen.added', { column: t(`column.${column}`), to })}
        </div>
      ))}
    </li>
  )
}
