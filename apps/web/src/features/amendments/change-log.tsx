import type { AmendedField, Amendment } from '@howcanwe/shared/amendments'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Details } from '../../ui/index.ts'
import { useLog } from './amendments.queries.ts'
import { kindOf } from './values.ts'

/** Everything that changed since a challenge opened, newest first, before and after (CH7). Draws nothing without. */
export function ChangeLog({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation('amendments')
  const { data } = useLog(challengeId)
  if (!data || data.items.length === 0) return null
  return (
    <section className="hcw-part" id="change-log">
      <h2 className="hcw-part__title">{t('log.title')}</h2>
      <ol className="govuk-list" reversed>
        {data.items.map((line) => (
          <li key={line.id}>
            <Line line={line} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Line({ line }: { line: Amendment }) {
  const { t } = useTranslation('amendments')
  const { moment } = useFormats()
  return (
    <>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{t(`kind.${line.kind}.was`)}</h3>
      <p className="govuk-hint govuk-!-margin-bottom-1">
        {t('log.by', { moment: moment(line.madeAt), by: line.by })}
      </p>
      <p className="govuk-body hcw-pre-line">{line.reason}</p>
      {line.changes.length > 0 ? (
        <Details summary={t('log.changes', { count: line.changes.length })}>
          <BeforeAndAfter changes={line.changes} />
        </Details>
      ) : null}
    </>
  )
}

/** Each field as it was and as it is. */
export function BeforeAndAfter({ changes }: { changes: readonly AmendedField[] }) {
  const { t } = useTranslation('amendments')
  return (
    <dl className="govuk-body">
      {changes.map(({ field, before, after }) => (
        <div key={field} className="govuk-!-margin-bottom-3">
          <dt>
            <strong>{t(`field.${field}`)}</strong>
          </dt>
          <dd className="govuk-!-margin-left-0">
            {t('log.before')} <Value field={field} value={before} />
          </dd>
          <dd className="govuk-!-margin-left-0">
            {t('log.now')} <Value field={field} value={after} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Value({ field, value }: { field: AmendedField['field']; value: AmendedField['after'] }) {
  const { t } = useTranslation('amendments')
  const { money, day, moment, number } = useFormats()
  if (value === null || value === '') return t('log.nothing')
  switch (kindOf(field)) {
    case 'money':
      return money(Number(value))
    case 'day':
      return day(String(value))
    case 'moment':
      return moment(new Date(value))
    case 'count':
      return number(Number(value))
    default:
      return <q className="hcw-pre-line">{value}</q>
  }
}
