import type { MapNode, Tie } from '@howcanwe/shared/actors'
import { useTranslation } from 'react-i18next'
import { Details, Link, Table } from '../../ui/index.ts'
import { GROUPINGS, type Grouping } from './map-query.ts'
import { type Group, groupsOf, layOutGroups } from './picture.groups.ts'
import { short } from './picture.layout.ts'
import { SvgLink } from './svg-link.tsx'
import './actors.scss'

const LONGEST = 30

interface Named {
  /** What a group is called. */
  nameOf: (key: string) => string
}

/** A group's own words: how many are here, and how they know each other and others. */
function useWords({ nameOf }: Named) {
  const { t } = useTranslation('actors')
  return ({ key, here, within, beyond }: Group) => {
    const others = beyond.map((one) => `${nameOf(one.key)} (${one.ties})`).join(', ')
    return {
      here: t('groups.here', { name: nameOf(key), count: here }),
      within: within > 0 ? t('groups.within', { count: within }) : '',
      beyond: others ? t('groups.beyond', { others }) : '',
    }
  }
}

/**
 * Many as a picture that stays readable: a row a group, with how many are in it, and a bow between two groups whose
 * people know each other. All of it stands below in words.
 */
export function GroupPicture({
  nodes,
  ties,
  by,
  nameOf,
  to,
  toGrouping,
}: Named & {
  nodes: readonly MapNode[]
  ties: readonly Tie[]
  by: Grouping
  /** Address of the list of one group; none for those who say nothing of it. */
  to: (key: string) => string | undefined
  toGrouping: (by: Grouping) => string
}) {
  const { t } = useTranslation('actors')
  const groups = groupsOf(nodes, ties, by)
  return (
    <>
      <nav aria-label={t('groups.label')}>
        <ul className="hcw-map-with">
          {GROUPINGS.map((one) => (
            <li key={one}>
              <Link
                className="govuk-link"
                to={toGrouping(one)}
                aria-current={one === by || undefined}
              >
                {t(`groups.by.${one}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Drawn {...{ groups, nameOf, to, total: nodes.length }} />
      <InWords {...{ groups, nameOf, to }} />
    </>
  )
}

interface DrawnProps extends Named {
  groups: readonly Group[]
  to: (key: string) => string | undefined
}

function Drawn({ groups, nameOf, to, total }: DrawnProps & { total: number }) {
  const { t } = useTranslation('actors')
  const words = useWords({ nameOf })
  const { width, height, rows, arcs } = layOutGroups(groups)
  return (
    <figure className="hcw-map" aria-labelledby="hcw-map-caption">
      <figcaption id="hcw-map-caption" className="govuk-body">
        {t('groups.caption', { count: total })}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} className="hcw-map__picture">
        <title>{t('picture.title')}</title>
        <g>
          {arcs.map(({ key, path, thick }) => (
            <path key={key} d={path} className="hcw-map__arc" strokeWidth={thick} />
          ))}
        </g>
        {rows.map(({ group, y, bar }) => {
          const row = (
            <>
              <rect className="hcw-map__field" x="4" y={y - 18} width="550" height="36" rx="3" />
              <text x="12" y={y + 5}>
                {short(nameOf(group.key), LONGEST)}
              </text>
              <rect
                className="hcw-map__bar"
                x={bar.x}
                y={y - 9}
                width={bar.width}
                height="18"
                rx="2"
              />
              <text className="hcw-map__count" x={bar.x + bar.width + 8} y={y + 5}>
                {group.here}
              </text>
            </>
          )
          const address = to(group.key)
          return address ? (
            <SvgLink
              key={group.key}
              to={address}
              label={Object.values(words(group)).filter(Boolean).join(' ')}
              className="hcw-map__node"
            >
              {row}
            </SvgLink>
          ) : (
            <g key="nothing-said">{row}</g>
          )
        })}
      </svg>
    </figure>
  )
}

function InWords({ groups, nameOf, to }: DrawnProps) {
  const { t } = useTranslation('actors')
  const name = (group: Group) => {
    const address = to(group.key)
    return address ? (
      <Link className="govuk-link" to={address}>
        {nameOf(group.key)}
      </Link>
    ) : (
      nameOf(group.key)
    )
  }
  return (
    <Details summary={t('groups.inWords')}>
      <Table
        caption={t('groups.inWords')}
        captionHidden
        rowKey={(group) => group.key}
        rows={groups}
        columns={[
          { key: 'name', heading: t('groups.name'), cell: name },
          { key: 'here', heading: t('groups.howMany'), cell: (g) => g.here, numeric: true },
          { key: 'within', heading: t('groups.tiesWithin'), cell: (g) => g.within, numeric: true },
          {
            key: 'beyond',
            heading: t('groups.tiesBeyond'),
            cell: (g) => g.beyond.map((one) => `${nameOf(one.key)} (${one.ties})`).join(', '),
          },
        ]}
      />
    </Details>
  )
}
