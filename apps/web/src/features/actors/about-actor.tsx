import type { MapActor } from '@howcanwe/shared/actors'
import type { Place } from '@howcanwe/shared/places'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Lines, WordLines } from './lines.tsx'

/** What the map says of one: what they are and where, what they offer, ask and run, and whom they know. */
export function AboutActor({ one, areas }: { one: MapActor; areas: Place['areas'] }) {
  const { t } = useTranslation(['actors', 'organisations', 'places'])
  const where = areas.filter((a) => one.areaIds.includes(a.id)).map((a) => a.name)
  const about = one.themes.map((theme) => t(`places:themes.${theme}`))
  const kind =
    one.listed === 'actor' ? t(`actors:kinds.${one.kind}`) : t(`organisations:kinds.${one.kind}`)
  return (
    <>
      <p className="govuk-body">
        {[kind, where.join(', '), about.join(', ')].filter(Boolean).join(' · ')}
      </p>
      {one.roleInIssue === '' ? null : <p className="govuk-body">{one.roleInIssue}</p>}
      <Lines title={t('actors:offers')} of={one.offers} />
      <Lines title={t('actors:asks')} of={one.asks} />
      <WordLines title={t('actors:services')} of={one.services} />
      <Support of={one.support} />
      {one.knows.length > 0 ? (
        <p className="govuk-body">
          {t('actors:knows', {
            names: one.knows
              .map(({ name, strength }) =>
                t('actors:knowsOne', { name, how: t(`actors:tie.${strength}`) }),
              )
              .join(', '),
          })}
        </p>
      ) : null}
    </>
  )
}

/** Open asks and offers of support; the service tells them to organisations of the place and its broker alone. */
function Support({ of }: { of: MapActor['support'] }) {
  const { t } = useTranslation('actors')
  const { date } = useFormats()
  if (!of) return null
  const words = (lines: NonNullable<MapActor['support']>['asks']) =>
    lines.map(({ what, until }) => t('support.line', { what, day: date(until) }))
  return (
    <>
      <WordLines title={t('support.needs')} of={words(of.asks)} />
      <WordLines title={t('support.lends')} of={words(of.offers)} />
    </>
  )
}
