import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useReports } from '../../features/conversations/conversations.queries.ts'
import { Reports } from '../../features/conversations/reports.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { TalkClosed } from '../talk-closed.tsx'

/** Messages that were reported, for who looks after the group. */
export function ReportsPage() {
  const { t } = useTranslation('conversations')
  const { groupId = '' } = useParams()
  return (
    <Loaded query={useReports(groupId)} refused={() => <TalkClosed />}>
      {({ items }) => (
        <>
          <PageHeading title={t('reports.title')} lead={t('reports.lead')} />
          {items.length === 0 ? <p className="govuk-body">{t('reports.none')}</p> : null}
          <Reports
            groupId={groupId}
            items={items}
            to={(threadId) => further.thread({ groupId, threadId })}
          />
          <p className="govuk-body">
            <Link className="govuk-link" to={further.threads({ groupId })}>
              {t('thread.back')}
            </Link>
          </p>
        </>
      )}
    </Loaded>
  )
}
