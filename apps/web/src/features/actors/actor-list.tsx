import type { MapActor } from '@howcanwe/shared/actors'
import type { Place } from '@howcanwe/shared/places'
import { useTranslation } from 'react-i18next'
import { NoticeList, NoticeListItem } from '../../ui/index.ts'
import { AboutActor } from './about-actor.tsx'
import { ActorMark } from './sector.tsx'

/** One page of who is here, each with what they offer and ask and whom they know. */
export function ActorList({
  items,
  areas,
  entry,
}: {
  items: readonly MapActor[]
  areas: Place['areas']
  /** Address of somebody's own page. */
  entry: (id: string) => string
}) {
  const { t } = useTranslation('actors')
  return (
    <NoticeList label={t('list.label')}>
      {items.map((one) => (
        <NoticeListItem
          key={one.id}
          to={entry(one.id)}
          title={one.name}
          caption={<ActorMark sector={one.sector} />}
        >
          <AboutActor one={one} areas={areas} />
        </NoticeListItem>
      ))}
    </NoticeList>
  )
}
