import {
  answering,
  type DecisionResult,
  type Kind,
  type PublicCount,
  supportOf,
} from '@howcanwe/shared/decisions'
import { useTranslation } from 'react-i18next'
import { whyNot } from './why.ts'

export interface ResultProps {
  kind: Kind
  result: DecisionResult
  counts: readonly PublicCount[]
  openObjections: number
  /** For a wall. */
  large?: boolean
  /** Stands under a later version, which has said already why some figures are not shown. */
  isEarlier?: boolean | undefined
}

/** What came of it: one sentence, three bars of one length, and the sum anybody can do again. */
export function Result({
  kind,
  result,
  counts,
  openObjections,
  large = false,
  isEarlier,
}: ResultProps) {
  const { t } = useTranslation('decisions')
  const because = whyNot(kind, result, counts, openObjections)
  return (
    <section className={`hcw-result hcw-result--${result}${large ? ' hcw-result--large' : ''}`}>
      <h2 className="hcw-result__said">{t(`result.${result}`)}</h2>
      {result === 'consented' ? (
        <p className="govuk-body">{t(kind === 'ordinary' ? 'result.all' : 'result.residents')}</p>
      ) : (
        <ul className="hcw-result__because">
          {because.map((one) => (
            <li key={'bloc' in one ? `${one.key}-${one.bloc}` : one.key}>
              {t(`because.${one.key}`, {
                ...one,
                bloc: 'bloc' in one ? t(`blocs.${one.bloc}`) : '',
              })}
            </li>
          ))}
        </ul>
      )}
      <ul className="hcw-bars">
        {counts.map((count) => (
          <Bar key={count.bloc} count={count} />
        ))}
      </ul>
      {isEarlier && counts.some((count) => !isFigures(count)) ? null : <Sum counts={counts} />}
    </section>
  )
}

/** The bar of a voice whose figures give nobody away; of the others a sentence says on which side they came out. */
function Bar({ count }: { count: PublicCount }) {
  const { t } = useTranslation('decisions')
  return (
    <li className="hcw-bars__one">
      <span className="hcw-bars__name">{t(`blocs.${count.bloc}`)}</span>
      {count.shown === 'figures' ? <Rail count={count} /> : null}
      <span>
        {count.shown === 'figures' ? t('bars.said', { ...count }) : t(`bars.${sideWord(count)}`)}
      </span>
    </li>
  )
}

type Figures = Extract<PublicCount, { shown: 'figures' }>

export const sideWord = ({ moreThanHalf }: Extract<PublicCount, { shown: 'side' }>) =>
  moreThanHalf === null ? 'few' : moreThanHalf ? 'more' : 'less'

function Rail({ count }: { count: Figures }) {
  const share = (100 * count.yes) / answering(count)
  return (
    <svg
      className="hcw-bars__bar"
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="hcw-bars__rest" width="100" height="10" />
      <rect className="hcw-bars__yes" width={share} height="10" />
      <rect className="hcw-bars__half" x="49.7" width="0.6" height="10" />
    </svg>
  )
}

const isFigures = (count: PublicCount): count is Figures => count.shown === 'figures'

/** (6/8 + 3/4 + 12/12) ÷ 3 = 5/6; where one voice is too small for its figures, why there is no sum. */
function Sum({ counts: all }: { counts: readonly PublicCount[] }) {
  const { t } = useTranslation('decisions')
  const counts = all.filter(isFigures)
  if (counts.length < all.length) return <p className="govuk-body hcw-soft">{t('small')}</p>
  const support = supportOf(counts)
  if (!support) return null
  const parts = counts.map((count) => `${count.yes}/${answering(count)}`).join(' + ')
  const whole = support.den === 1 ? `${support.num}` : `${support.num}/${support.den}`
  const percent = Math.round((100 * support.num) / support.den)
  return (
    <p className="govuk-body hcw-soft">
      {counts.length === 1
        ? t('sum.one', { parts, percent })
        : t('sum.three', { parts, count: counts.length, whole, percent })}
    </p>
  )
}
