import type { Match } from '@howcanwe/shared/matching'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Details, Table } from '../../ui/index.ts'
import type { Part, ReasonWithFacts } from './plain-reasons.ts'

export interface ArithmeticProps {
  of: Pick<Match, 'parts' | 'score'>
  /** Said with the summary to whoever does not see it beside its card. */
  hidden: string
  caption: string
  partName: (part: Part['part']) => string
  sentence: (reason: ReasonWithFacts) => string
}

/** Part × weight = points, one tap away (J-10), with every reason we have. */
export function Arithmetic({ of: one, hidden, caption, partName, sentence }: ArithmeticProps) {
  const { t } = useTranslation('matching')
  const { number } = useFormats()
  const known = one.parts.filter((p) => p.value !== null)
  const sum = (of: (p: Part) => number) => number(known.reduce((total, p) => total + of(p), 0))
  return (
    <Details
      summary={
        <>
          {t('arithmetic.open')}
          <span className="govuk-visually-hidden"> {hidden}</span>
        </>
      }
    >
      <Table
        caption={caption}
        captionHidden
        rows={one.parts}
        rowKey={(p) => p.part}
        columns={[
          {
            key: 'part',
            heading: t('arithmetic.part'),
            cell: (p) => (
              <>
                {partName(p.part)}
                <span className="hcw-match__because">{p.reasons.map(sentence).join(' ')}</span>
              </>
            ),
          },
          {
            key: 'weight',
            heading: t('arithmetic.weight'),
            numeric: true,
            cell: (p) => number(p.weight),
          },
          {
            key: 'value',
            heading: t('arithmetic.value'),
            numeric: true,
            cell: (p) => (p.value === null ? t('arithmetic.unknown') : number(p.value)),
          },
          {
            key: 'points',
            heading: t('arithmetic.points'),
            numeric: true,
            cell: (p) => (p.value === null ? '–' : number(p.points)),
          },
        ]}
      />
      <p className="govuk-body">
        {t('arithmetic.total', {
          points: sum((p) => p.points),
          weight: sum((p) => p.weight),
          score: one.score,
        })}
      </p>
    </Details>
  )
}
