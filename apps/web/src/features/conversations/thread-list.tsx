import type { Thread } from '@howcanwe/shared/conversations'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Link, Tag } from '../../ui/index.ts'
import './conversations.scss'

/** What a group talks about, the newest first. */
export function ThreadList({
  items,
  to,
}: {
  items: readonly Thread[]
  to: (threadId: string) => string
}) {
  const { t } = useTranslation('conversations')
  const { moment } = useFormats()
  return (
    <ul className="hcw-threads">
      {items.map((thread) => (
        <li key={thread.id} className="hcw-threads__item">
          <Link className="govuk-link hcw-threads__title" to={to(thread.id)}>
            <bdi lang={thread.lang}>{thread.title}</bdi>
          </Link>
          <span className="hcw-soft">
            {t('list.facts', {
              count: thread.messages,
              who: thread.openedBy.name ?? t('by.resident'),
              when: moment(thread.lastAt),
            })}
          </span>{' '}
          {thread.closed ? <Tag tone="quiet">{t('list.closed')}</Tag> : null}
        </li>
      ))}
    </ul>
  )
}
