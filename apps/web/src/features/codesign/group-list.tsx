import type { Group } from '@howcanwe/shared/codesign'
import { useTranslation } from 'react-i18next'
import { Facts, NoticeList, NoticeListItem } from '../../ui/index.ts'
import { languageOfGroup, useGroupFacts } from './group-facts.ts'
import './codesign.scss'

/** Groups pinned up under one another, in Easy Read order: what, when, what you get. */
export function GroupList({
  groups,
  to,
  level = 2,
}: {
  groups: readonly Group[]
  to: (group: Group) => string
  level?: 2 | 3
}) {
  const { t } = useTranslation('codesign')
  const factsOf = useGroupFacts()
  return (
    <NoticeList label={t('list.label')}>
      {groups.map((group) => (
        <NoticeListItem
          key={group.id}
          to={to(group)}
          title={group.name}
          level={level}
          caption={<span lang={languageOfGroup(group)}>{group.challenge.question}</span>}
          lang={languageOfGroup(group)}
        >
          <p className="govuk-body" lang={languageOfGroup(group)}>
            {group.about}
          </p>
          <Facts facts={factsOf(group)} size="s" />
          <p className="govuk-body hcw-group-gets">
            <strong>{t('list.youGet')}</strong>{' '}
            <span lang={languageOfGroup(group)}>{group.youGet}</span>
          </p>
        </NoticeListItem>
      ))}
    </NoticeList>
  )
}
