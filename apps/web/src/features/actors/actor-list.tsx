import type { MapActor, Tie } from '@howcanwe/shared/actors'
import type { Place } from '@howcanwe/shared/places'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, NoticeList, NoticeListItem } from '../../ui/index.ts'
import { Lines } from './lines.tsx'
import { knownOf } from './map-filter.ts'
import { ActorMark } from './sector.tsx'

const PAGE = 40
export const entryId = (id: string): string => `actor-${id}`

/** Who is here, each with what they offer and ask and whom they know. */
export function ActorList({
  items,
  all,
  ties,
  areas,
}: {
  items: readonly MapActor[]
  /** Also those that a filter hides: somebody may know them. */
  all: readonly MapActor[]
  ties: readonly Tie[]
  areas: Place['areas']
}) {
  const { t } = useTranslation('actors')
  const [shown, setShown] = useState(PAGE)
  return (
    <>
      <NoticeList label={t('list.label')}>
        {items.slice(0, shown).map((one) => (
          <One key={one.id} {...{ one, all, ties, areas }} />
        ))}
      </NoticeList>
      {items.length > shown ? (
        <Button kind="secondary" onClick={() => setShown(shown + PAGE)}>
          {t('list.more', { count: items.length - shown })}
        </Button>
      ) : null}
    </>
  )
}

function One({
  one,
  all,
  ties,
  areas,
}: {
  one: MapActor
  all: readonly MapActor[]
  ties: readonly Tie[]
  areas: Place['areas']
}) {
  const { t } = useTranslation(['actors', 'organisations', 'places'])
  const known = knownOf(one, all, ties)
  const where = areas.filter((a) => one.areaIds.includes(a.id)).map((a) => a.name)
  const about = one.themes.map((theme) => t(`places:themes.${theme}`))
  const kind =
    one.listed === 'actor' ? t(`actors:kinds.${one.kind}`) : t(`organisations:kinds.${one.kind}`)
  return (
    <NoticeListItem
      title={<span id={entryId(one.id)}>{one.name}</span>}
      caption={<ActorMark sector={one.sector} />}
    >
      <p className="govuk-body">
        {[kind, where.join(', '), about.join(', ')].filter(Boolean).join(' · ')}
      </p>
      {one.roleInIssue === '' ? null : <p className="govuk-body">{one.roleInIssue}</p>}
      <Lines title={t('actors:offers')} of={one.offers} />
      <Lines title={t('actors:asks')} of={one.asks} />
      {known.length > 0 ? (
        <p className="govuk-body">
          {t('actors:knows', {
            names: known
              .map(({ name, strength }) =>
                t('actors:knowsOne', { name, how: t(`actors:tie.${strength}`) }),
              )
              .join(', '),
          })}
        </p>
      ) : null}
    </NoticeListItem>
  )
}
