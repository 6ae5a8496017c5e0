import { useTranslation } from 'react-i18next'
import { useMyGroups } from '../../features/codesign/codesign.queries.ts'
import { GroupDesk } from '../../features/codesign/group-desk.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { EmptyState, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** The desk of a facilitator. */
export function MyGroupsPage() {
  return (
    <SignedIn roles={['facilitator']}>
      <Groups />
    </SignedIn>
  )
}

function Groups() {
  const { t } = useTranslation('codesign')
  const zone = usePlace()?.timeZone ?? 'Europe/London'
  const groups = useMyGroups()
  return (
    <>
      <PageHeading title={t('desk.title')} lead={t('desk.lead')} />
      <Loaded query={groups}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState>{t('desk.empty')}</EmptyState>
          ) : (
            items.map((group) => (
              <GroupDesk
                key={group.id}
                group={group}
                zone={zone}
                to={paths.group({ groupId: group.id })}
                room={further.room({ groupId: group.id })}
                enter={further.enterMember({ groupId: group.id })}
                draw={further.drawDesk({ groupId: group.id })}
              />
            ))
          )
        }
      </Loaded>
    </>
  )
}
