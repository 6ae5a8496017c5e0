import type { LogLine } from '@howcanwe/shared/conversations'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import './conversations.scss'

/** What was hidden, shown again and closed, by whom and why; never what a hidden message said. */
export function LogList({ items }: { items: readonly LogLine[] }) {
  const { t } = useTranslation('conversations')
  const { moment } = useFormats()
  return (
    <ul className="hcw-log">
      {items.map((line) => (
        <li key={line.id}>
          <strong>
            {t(`act.${line.act}`, {
              who: line.by.name ?? t('by.resident'),
              title: line.about.threadTitle ?? '',
              name: line.about.name ?? t('by.resident'),
            })}
          </strong>
          <p className="govuk-body">
            {line.reason ? `${t(`reason.${line.reason}`)}. ` : ''}
            {line.sentence}
          </p>
          <span className="hcw-soft">{moment(line.at)}</span>
        </li>
      ))}
    </ul>
  )
}
