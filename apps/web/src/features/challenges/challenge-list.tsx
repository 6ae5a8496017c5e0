import { useTranslation } from 'react-i18next'
import { Loaded } from '../../lib/loaded.tsx'
import { ButtonLink, EmptyState, LoadMore, Notice, NoticeList } from '../../ui/index.ts'
import { useQuestions } from './board.queries.ts'
import { ChallengeNotice } from './challenge-notice.tsx'
import { isNarrowed, type ListQuery } from './list-query.ts'

export interface ChallengeListProps {
  query: ListQuery
  /** Where one question stands. */
  to: (slug: string) => string
  /** The list without filters. */
  all: string
}

/** The questions an address asks for, under one another; near spellings are said to be near. */
export function ChallengeList({ query, to, all }: ChallengeListProps) {
  const { t } = useTranslation('challenges')
  const pages = useQuestions(query)
  return (
    <Loaded query={pages} lines={6}>
      {(data) => {
        const items = data.pages.flatMap((page) => page.items)
        const nearest = data.pages[0]?.nearest === true
        if (items.length === 0) return <NothingHere query={query} all={all} />
        return (
          <>
            {nearest ? <Notice heading={t('nearest', { q: query.q })} /> : null}
            <NoticeList label={t('list.label')}>
              {items.map((one) => (
                <ChallengeNotice key={one.id} challenge={one} to={to(one.slug)} />
              ))}
            </NoticeList>
            <LoadMore
              label={t('list.more')}
              status={t(nearest ? 'list.nearest' : `list.${query.which}`, { count: items.length })}
              hasMore={pages.hasNextPage}
              busy={pages.isFetchingNextPage}
              onMore={() => void pages.fetchNextPage()}
            />
          </>
        )
      }}
    </Loaded>
  )
}

function NothingHere({ query, all }: { query: ListQuery; all: string }) {
  const { t } = useTranslation('challenges')
  if (!isNarrowed(query)) return <EmptyState>{t(`empty.${query.which}`)}</EmptyState>
  return (
    <EmptyState
      action={
        <ButtonLink kind="secondary" to={all}>
          {t('empty.all')}
        </ButtonLink>
      }
    >
      {query.q ? t('empty.search', { q: query.q }) : t('empty.filter')}
    </EmptyState>
  )
}
