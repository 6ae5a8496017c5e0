import type { Support } from '@howcanwe/shared/support-exchange'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { EmptyState } from '../../ui/index.ts'

/** Those of a list that stand open, each with whose it is and until when. */
export function OpenOnes(props: { heading: string; empty: string; list: readonly Support[] }) {
  const { t } = useTranslation('support-exchange')
  const { date } = useFormats()
  const list = props.list.filter((one) => one.state === 'open')
  return (
    <section>
      <h2 className="govuk-heading-m">{props.heading}</h2>
      {list.length === 0 ? (
        <EmptyState>{props.empty}</EmptyState>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {list.map((one) => (
            <li key={one.id}>
              <strong>{one.organisation.name}</strong>: {one.what}
              <span className="hcw-line hcw-soft">
                {t('line', { kind: t(`kinds.${one.kind}`), day: date(one.until) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
