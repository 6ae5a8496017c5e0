import type { ProtectionSummary } from '@howcanwe/shared/protections'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Facts, NoticeList, NoticeListItem, SectorMark } from '../../ui/index.ts'

export interface KeptListProps {
  items: readonly ProtectionSummary[]
  /** Where one decision stands. */
  to: (slug: string) => string
  level?: 2 | 3
}

/** What is kept, one under the other: what, where, by whom, and when it is looked at again. */
export function KeptList({ items, to, level = 2 }: KeptListProps) {
  const { t } = useTranslation('protections')
  const { date, list } = useFormats()
  const where = (one: ProtectionSummary) =>
    one.areas.length > 0 ? list(one.areas.map((a) => a.name)) : t('list.wholePlace')
  const facts = (one: ProtectionSummary) => [
    { key: 'decided', label: t('facts.decided'), value: date(one.publishedAt) },
    one.state === 'ended'
      ? { key: 'ended', label: t('facts.ended'), value: t('list.ended') }
      : { key: 'review', label: t('facts.review'), value: date(one.reviewOn) },
  ]
  return (
    <NoticeList label={t('list.label')}>
      {items.map((one) => (
        <NoticeListItem
          key={one.id}
          to={to(one.slug)}
          title={one.title}
          level={level}
          lang={one.language}
          caption={
            <>
              <SectorMark shape="square" tone="slate" word={one.organisation} /> {where(one)}
            </>
          }
        >
          <Facts size="s" facts={facts(one)} />
        </NoticeListItem>
      ))}
    </NoticeList>
  )
}
