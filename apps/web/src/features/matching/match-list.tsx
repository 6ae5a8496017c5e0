import './matching.scss'
import type { Match } from '@howcanwe/shared/matching'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Tag } from '../../ui/index.ts'
import { Arithmetic } from './arithmetic.tsx'
import { plainReasons } from './plain-reasons.ts'
import { type Already, useReasons } from './use-reasons.ts'

export interface MatchListProps {
  matches: readonly Match[]
  already: Already
  /** The mark of a sector; organisations are another noun. */
  mark: (sector: Match['sector']) => ReactNode
  /** What can be done about one: a tick to invite. */
  action: (match: Match) => ReactNode
}

/** Best first, each with its score, its reasons and its arithmetic. */
export function MatchList({ matches, already, mark, action }: MatchListProps) {
  const { t } = useTranslation('matching')
  return (
    <ol className="hcw-matches" aria-label={t('page.list')}>
      {matches.map((match) => (
        <li key={match.id} className="hcw-match">
          <Score match={match} />
          <div className="hcw-match__text">
            <Head match={match} mark={mark} />
            <Reasons match={match} already={already} />
            <Arithmetic match={match} already={already} />
            {action(match)}
          </div>
        </li>
      ))}
    </ol>
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

function Head({ match, mark }: Pick<MatchListProps, 'mark'> & { match: Match }) {
  const { t } = useTranslation('matching')
  const { date } = useFormats()
  return (
    <>
      <p className="hcw-match__caption">
        {mark(match.sector)}
        {match.kind === 'register' ? <span>{t('match.register')}</span> : null}
        {match.invited ? <Tag tone="pine">{t('match.invited')}</Tag> : null}
        {match.interested ? <Tag tone="pine">{t('match.answered')}</Tag> : null}
        {match.quietSince ? (
          <Tag tone="caution">{t('match.quietSince', { day: date(match.quietSince) })}</Tag>
        ) : null}
      </p>
      <h2 className="hcw-match__name">{match.name}</h2>
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
