import type { MapNode, Tie } from '@howcanwe/shared/actors'
import type { Sector } from '@howcanwe/shared/organisations'
import { useTranslation } from 'react-i18next'
import { layOut, type Node, short } from './picture.layout.ts'
import { MARKS } from './sector.tsx'
import { SvgLink } from './svg-link.tsx'
import './actors.scss'

const LONGEST = 22
const PENTAGON = 'M0-9L9-2.5 5.6 8H-5.6L-9-2.5z'

function Shape({ sector }: { sector: Sector }) {
  const { shape } = MARKS[sector]
  if (shape === 'circle') return <circle r="8" />
  if (shape === 'square') return <rect x="-7.5" y="-7.5" width="15" height="15" />
  return <path d={PENTAGON} />
}

/** A mark and a name that lead to somebody's own page. */
function Mark({ node, to }: { node: Node; to: string }) {
  return (
    <g transform={`translate(${node.x} ${node.y})`}>
      <SvgLink
        to={to}
        label={node.name}
        className={`hcw-map__node hcw-mark--${MARKS[node.sector].tone}`}
      >
        <rect className="hcw-map__field" x="-12" y="-14" width="190" height="28" rx="3" />
        <Shape sector={node.sector} />
        <text x="15" y="5">
          {short(node.name, LONGEST)}
        </text>
      </SvgLink>
    </g>
  )
}

/**
 * Who is here as a picture: a column a sector, and a line between two who both said they know each other. Everything in
 * it stands in the list as words; on a narrow screen there is only the list.
 */
export function MapPicture({
  items,
  ties,
  entry,
}: {
  items: readonly MapNode[]
  ties: readonly Tie[]
  /** Address of somebody's own page. */
  entry: (id: string) => string
}) {
  const { t } = useTranslation(['actors', 'organisations'])
  const { width, height, columns, nodes, lines } = layOut(items, ties)
  return (
    <figure className="hcw-map" aria-labelledby="hcw-map-caption">
      <figcaption id="hcw-map-caption" className="govuk-body">
        {t('actors:picture.caption', { count: lines.length })}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} className="hcw-map__picture">
        <title>{t('actors:picture.title')}</title>
        {columns.map(({ sector, x }) => (
          <text key={sector} x={x - 8} y="22" className="hcw-map__heading">
            {t(`organisations:sectors.${sector}`)}
          </text>
        ))}
        <g>
          {lines.map(({ key, path, strength }) => (
            <path key={key} d={path} className={`hcw-map__tie hcw-map__tie--${strength}`} />
          ))}
        </g>
        {nodes.map((node) => (
          <Mark key={node.id} node={node} to={entry(node.id)} />
        ))}
      </svg>
      <ul className="hcw-map__legend">
        {(['know-of', 'talked', 'worked-together'] as const).map((strength) => (
          <li key={strength}>
            <svg viewBox="0 0 48 10" aria-hidden="true" focusable="false">
              <path d="M0 5H48" className={`hcw-map__tie hcw-map__tie--${strength}`} />
            </svg>
            {t(`actors:tie.${strength}`)}
          </li>
        ))}
      </ul>
    </figure>
  )
}
