import type { Result } from '@howcanwe/shared/http'
import type { protectionsContract } from '@howcanwe/shared/protections'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Link, NoticeList, NoticeListItem } from '../../ui/index.ts'

type Own = Result<typeof protectionsContract.mine>['items'][number]

export interface OwnListProps {
  items: readonly Own[]
  edit: (id: string) => string
  page: (slug: string) => string
}

/** Somebody's own decisions with what each waits for. */
export function OwnList({ items, edit, page }: OwnListProps) {
  const { t } = useTranslation('protections')
  const { date, relativeDay } = useFormats()
  const waits = (one: Own): string => {
    if (one.state === 'draft')
      return t('mine.draft', { when: relativeDay(one.savedAt, new Date()) })
    return one.state === 'published' && one.nextReviewOn
      ? t('mine.published', { day: date(one.nextReviewOn) })
      : t('mine.ended')
  }
  return (
    <NoticeList>
      {items.map((one) => (
        <NoticeListItem key={one.id} to={edit(one.id)} title={one.title || t('mine.untitled')}>
          <p className="govuk-body">{waits(one)}</p>
          {one.slug ? (
            <p className="govuk-body">
              <Link className="govuk-link" to={page(one.slug)}>
                {t('mine.page')}
                <span className="govuk-visually-hidden">: {one.title}</span>
              </Link>
            </p>
          ) : null}
        </NoticeListItem>
      ))}
    </NoticeList>
  )
}
