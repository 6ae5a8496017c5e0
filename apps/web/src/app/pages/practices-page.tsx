import { THEMES, type Theme } from '@howcanwe/shared/places'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { practicesQuery } from '../../features/practices/practices.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import {
  EmptyState,
  LoadMore,
  NoticeList,
  NoticeListItem,
  PageHeading,
  Select,
} from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace, useRoles } from '../place.ts'
import { TakeAlong } from '../take-along.tsx'

const PARAM = 'theme'
const isTheme = (word: string | null): word is Theme => THEMES.some((one) => one === word)

/** What already works here, for anyone to read and perhaps to copy (OR4). */
export function PracticesPage() {
  const { t } = useTranslation(['practices', 'places'])
  const place = usePlace()
  const [search, setSearch] = useSearchParams()
  const given = search.get(PARAM)
  const theme = isTheme(given) ? given : undefined
  const isBroker = useRoles().includes('broker')
  const query = useInfiniteQuery({
    ...practicesQuery(place?.id ?? '', theme),
    enabled: place !== undefined,
  })
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <Select
        name={PARAM}
        label={t('byTheme')}
        placeholder={t('allThemes')}
        value={theme ?? ''}
        onChange={({ target }) => setSearch(target.value ? { [PARAM]: target.value } : {})}
        options={THEMES.map((value) => ({ value, label: t(`places:themes.${value}`) }))}
      />
      <Loaded query={query} lines={5}>
        {({ pages }) =>
          pages.every(({ items }) => items.length === 0) ? (
            <EmptyState>{t('none')}</EmptyState>
          ) : (
            <NoticeList label={t('title')}>
              {pages
                .flatMap(({ items }) => items)
                .map((card) => (
                  <NoticeListItem
                    key={card.id}
                    to={further.practice({ cardId: card.id })}
                    title={card.title}
                    caption={card.organisation.name}
                  >
                    <p>
                      {t('line', { whom: card.forWhom, evidence: t(`evidence.${card.evidence}`) })}
                      {card.usedBy > 0 ? (
                        <span className="hcw-line">{t('uses.count', { count: card.usedBy })}</span>
                      ) : null}
                    </p>
                  </NoticeListItem>
                ))}
            </NoticeList>
          )
        }
      </Loaded>
      {query.hasNextPage ? (
        <LoadMore
          label={t('more')}
          status=""
          hasMore
          busy={query.isFetchingNextPage}
          onMore={() => void query.fetchNextPage()}
        />
      ) : null}
      {isBroker && place ? <TakeAlong list="practices" about={place.id} /> : null}
    </>
  )
}
