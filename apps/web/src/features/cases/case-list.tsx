import type { CaseSummary } from '@howcanwe/shared/cases'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { NoticeList, NoticeListItem, Tag } from '../../ui/index.ts'

/** Cases with their stage, what comes next and by whom. */
export function CaseList({
  items,
  linkTo,
}: {
  items: readonly CaseSummary[]
  linkTo: (caseId: string) => string
}) {
  const { t } = useTranslation('cases')
  const { shortDate, minutes } = useFormats()
  return (
    <NoticeList>
      {items.map((one) => (
        <NoticeListItem
          key={one.id}
          level={3}
          to={linkTo(one.id)}
          title={one.title}
          caption={<Tag tone="quiet">{t(`stage.${one.stage}`)}</Tag>}
        >
          <p className="govuk-body">
            {[
              one.subject.about.map((side) => side.name).join(' · '),
              one.nextAction,
              one.dueOn ? t('list.due', { day: shortDate(one.dueOn) }) : '',
              t('list.minutes', { minutes: minutes(one.minutes) }),
              one.broker.me ? '' : t('list.by', { name: one.broker.name }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </NoticeListItem>
      ))}
    </NoticeList>
  )
}
