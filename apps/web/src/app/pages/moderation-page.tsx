import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useLog } from '../../features/conversations/conversations.queries.ts'
import { LogList } from '../../features/conversations/log-list.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, LoadMore, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { TalkClosed } from '../talk-closed.tsx'

/** What was hidden and closed in a group, by whom and why: everybody in it may read that. */
export function ModerationPage() {
  const { t } = useTranslation('conversations')
  const { groupId = '' } = useParams()
  const log = useLog(groupId)
  return (
    <Loaded query={log} refused={() => <TalkClosed />}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        return (
          <>
            <PageHeading title={t('log.title')} lead={t('log.lead')} />
            {items.length === 0 ? <p className="govuk-body">{t('log.none')}</p> : null}
            <LogList items={items} />
            {log.hasNextPage ? (
              <LoadMore
                label={t('list.more')}
                status={t('log.shown', { count: items.length })}
                hasMore
                busy={log.isFetchingNextPage}
                onMore={() => void log.fetchNextPage()}
              />
            ) : null}
            <p className="govuk-body">
              <Link className="govuk-link" to={further.threads({ groupId })}>
                {t('thread.back')}
              </Link>
            </p>
          </>
        )
      }}
    </Loaded>
  )
}
