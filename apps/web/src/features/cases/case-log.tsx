import type { BrokerCase } from '@howcanwe/shared/cases'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { EmptyState, NoticeList, NoticeListItem } from '../../ui/index.ts'

/** The log, newest first, with its minutes added up. */
export function CaseLog({ of: { log, minutes: sum } }: { of: BrokerCase }) {
  const { t } = useTranslation('cases')
  const { day, minutes } = useFormats()
  if (log.length === 0) return <EmptyState>{t('log.none')}</EmptyState>
  return (
    <>
      <p className="govuk-body">{t('log.sum', { minutes: minutes(sum), count: log.length })}</p>
      <NoticeList>
        {log.map((line) => (
          <NoticeListItem
            key={line.id}
            level={3}
            title={t(`action.${line.kind}`)}
            caption={`${day(line.happenedOn ?? line.at)} · ${minutes(line.minutes)} · ${line.by}`}
          >
            {line.outcome ? <p className="govuk-body">{line.outcome}</p> : null}
            {line.whoAsked ? (
              <p className="govuk-body">{t('log.asked', { who: line.whoAsked })}</p>
            ) : null}
            {line.consentReference ? (
              <p className="govuk-body">{t('log.agreed', { how: line.consentReference })}</p>
            ) : null}
          </NoticeListItem>
        ))}
      </NoticeList>
    </>
  )
}
