import {
  answering,
  type BlocCount,
  type DecisionResult,
  type Kind,
  supportOf,
} from '@howcanwe/shared/decisions'
import { useTranslation } from 'react-i18next'
import { whyNot } from './why.ts'

export interface ResultProps {
  kind: Kind
  result: DecisionResult
  counts: readonly BlocCount[]
  openObjections: number
  /** For a wall. */
  large?: boolean
}

/** What came of it: one sentence, three bars of one length, and the sum anybody can do again. */
export function Result({ kind, result, counts, openObjections, large = false }: ResultProps) {
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
      <Sum counts={counts} />
    </section>
  )
}

function Bar({ count }: { count: BlocCount }) {
  const { t } = useTranslation('decisions')
  const all = answering(count)
  const share = all === 0 ? 0 : (100 * count.yes) / all
  return (
    <li className="hcw-bars__one">
      <span className="hcw-bars__name">{t(`blocs.${count.bloc}`)}</span>
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
      <span>{t('bars.said', { ...count })}</span>
    </li>
  )
}

/** (6/8 + 3/4 + 12/12) ÷ 3 = 5/6 */
function Sum({ counts }: { counts: readonly BlocCount[] }) {
  const { t } = useTranslation('decisions')
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
