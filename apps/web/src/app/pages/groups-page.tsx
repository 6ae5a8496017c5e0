import { useTranslation } from 'react-i18next'
import { GroupList } from '../../features/codesign/group-list.tsx'
import { useGroups } from '../../features/codesign/groups.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { EmptyState, PageHeading } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'

/** Every group of this place that people can join. */
export function GroupsPage() {
  const { t } = useTranslation('codesign')
  const place = usePlace()
  const groups = useGroups(place?.id)
  return (
    <>
      <PageHeading title={t('list.title')} lead={t('list.lead')} />
      <Loaded query={groups}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState action={place ? <Contact contact={place.contact} /> : undefined}>
              {t('list.empty')}
            </EmptyState>
          ) : (
            <GroupList groups={items} to={(group) => paths.group({ groupId: group.id })} />
          )
        }
      </Loaded>
    </>
  )
}
