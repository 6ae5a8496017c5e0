import './matching.scss'
import type { Match } from '@howcanwe/shared/matching'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Tag } from '../../ui/index.ts'
import { Arithmetic } from './arithmetic.tsx'
import type { Suggested } from './matching.queries.ts'
import { plainReasons } from './plain-reasons.ts'
import { type Already, useReasons } from './use-reasons.ts'

export interface MatchListProps {
  matches: readonly Suggested[]
  already: Already
  /** The mark of a sector; organisations are another noun. */
  mark: (sector: Match['sector']) => ReactNode
  /** What can be done about one: keep it in mind, fold it away, a tick to invite. */
  action: (match: Suggested) => ReactNode
  /** Whose name the cursor goes to: somebody was just folded away, or is back. */
  goTo?: string | null
}

/** Best first, each with its score, its reasons and its arithmetic. */
export function MatchList({ matches, already, mark, action, goTo }: MatchListProps) {
  const { t } = useTranslation('matching')
  return (
    <ol className="hcw-matches" aria-label={t('page.list')}>
      {matches.map((match) => (
        <li key={match.id} className="hcw-match">
          <Score match={match} />
          <div className="hcw-match__text">
            <Head match={match} mark={mark} here={goTo === match.id} />
            <Reasons match={match} already={already} />
            <Sums match={match} already={already} />
            {action(match)}
          </div>
        </li>
      ))}
    </ol>
  )
}

function Sums({ match, already }: { match: Match; already: Already }) {
  const { t } = useTranslation('matching')
  const { sentence } = useReasons(already)
  const { name, score } = match
  return (
    <Arithmetic
      of={match}
      hidden={t('arithmetic.openHidden', { name })}
      caption={t('arithmetic.caption', { name, score })}
      partName={(part) => t(`parts.${part}`)}
      sentence={sentence}
    />
  )
}

function Score({ match }: { match: Match }) {
  const { t } = useTranslation('matching')
  const known = match.parts.filter((p) => p.value !== null).length
  const of = match.parts.length
  return (
    <p className="hcw-match__score">
      <span className="govuk-visually-hidden">{t('match.scoreHidden')} </span>
      <strong aria-hidden="true">{match.score}</strong>
      <span className="govuk-visually-hidden">{t('match.score', { score: match.score })}, </span>
      <span className="hcw-match__confidence">
        {known === of
          ? t('match.confidenceAll', { of })
          : t('match.confidence', { count: known, of })}
      </span>
    </p>
  )
}

interface HeadProps extends Pick<MatchListProps, 'mark'> {
  match: Suggested
  here: boolean
}

function Head({ match, mark, here }: HeadProps) {
  const { t } = useTranslation('matching')
  const { date } = useFormats()
  const name = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (here) name.current?.focus()
  }, [here])
  return (
    <>
      <p className="hcw-match__caption">
        {mark(match.sector)}
        {match.kind === 'register' ? <span>{t('match.register')}</span> : null}
        {match.invited ? <Tag tone="pine">{t('match.invited')}</Tag> : null}
        {match.interested ? <Tag tone="pine">{t('match.answered')}</Tag> : null}
        {match.standing?.decision === 'kept' ? <Tag>{t('match.kept')}</Tag> : null}
        {match.quietSince ? (
          <Tag tone="caution">{t('match.quietSince', { day: date(match.quietSince) })}</Tag>
        ) : null}
      </p>
      <h2 ref={name} tabIndex={-1} className="hcw-match__name">
        {match.name}
      </h2>
      {match.movedUp > 0 ? (
        <p className="hcw-match__moved">{t('match.moved', { count: match.movedUp })}</p>
      ) : null}
    </>
  )
}

function Reasons({ match, already }: { match: Match; already: Already }) {
  const { t } = useTranslation('matching')
  const { sentence } = useReasons(already)
  return (
    <>
      <ul className="hcw-match__reasons" aria-label={t('match.reasons', { name: match.name })}>
        {plainReasons(match).map((reason) => (
          <li key={reason.code}>{sentence(reason)}</li>
        ))}
      </ul>
      {match.activities ? (
        <p className="hcw-match__says">
          {t('match.says')} <q>{match.activities}</q>
        </p>
      ) : null}
      {match.wouldSettle ? (
        <p className="hcw-match__settle">{t(`match.settle.${match.wouldSettle}`)}</p>
      ) : null}
    </>
  )
}
