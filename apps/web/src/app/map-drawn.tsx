import { SECTORS } from '@howcanwe/shared/organisations'
import { type Place, THEMES } from '@howcanwe/shared/places'
import { useTranslation } from 'react-i18next'
import { usePicture } from '../features/actors/actors.queries.ts'
import { GroupPicture } from '../features/actors/group-picture.tsx'
import { type Grouping, type MapQuery, readMap, searchOf } from '../features/actors/map-query.ts'
import { MapPicture } from '../features/actors/picture.tsx'
import { Loaded } from '../lib/loaded.tsx'
import { further } from './further-paths.ts'

/** As many as one can read one by one; more are drawn in groups. */
const ONE_BY_ONE = 40

/** Everybody who fits as a picture: one by one where they are few, in groups where they are many. */
export function MapDrawn({ place, query }: { place: Place; query: MapQuery }) {
  const { t } = useTranslation('actors')
  const nameOf = useNames(place)
  const base = further.map()
  const by = query.by || 'theme'
  const narrowed = (key: string) =>
    key === '' ? undefined : base + searchOf({ ...query, ...wishFor(by, key), by: '', cursor: '' })
  return (
    <Loaded query={usePicture(place.id, query)} lines={4}>
      {({ nodes, ties }) =>
        nodes.length > ONE_BY_ONE ? (
          <>
            <p className="govuk-body">{t('groups.text')}</p>
            <GroupPicture
              {...{ nodes, ties, by }}
              nameOf={(key) => nameOf(by, key)}
              to={narrowed}
              toGrouping={(one) => base + searchOf({ ...query, by: one })}
            />
          </>
        ) : (
          <>
            <p className="govuk-body">{t('picture.text')}</p>
            <MapPicture
              items={nodes}
              ties={ties}
              entry={(actorId) => further.mapOne({ actorId })}
            />
          </>
        )
      }
    </Loaded>
  )
}

const PARAM = { theme: 'theme', area: 'areaId', sector: 'sector' } as const

/** The wish for one group alone, read like any address is. */
const wishFor = (by: Grouping, key: string): Partial<MapQuery> => {
  const wish = readMap(new URLSearchParams({ [PARAM[by]]: key }))
  return by === 'theme'
    ? { theme: wish.theme }
    : by === 'area'
      ? { areaId: wish.areaId }
      : { sector: wish.sector }
}

function useNames({ areas }: Place) {
  const { t } = useTranslation(['actors', 'organisations', 'places'])
  return (by: Grouping, key: string): string => {
    const theme = THEMES.find((one) => one === key)
    const sector = SECTORS.find((one) => one === key)
    if (by === 'theme' && theme) return t(`places:themes.${theme}`)
    if (by === 'sector' && sector) return t(`organisations:sectors.${sector}`)
    const area = by === 'area' ? areas.find(({ id }) => id === key) : undefined
    return area?.name ?? t(`actors:groups.none.${by}`)
  }
}
