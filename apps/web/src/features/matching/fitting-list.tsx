import './matching.scss'
import type { FittingChallenge } from '@howcanwe/shared/matching'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Facts, NoticeList, NoticeListItem } from '../../ui/index.ts'
import { Arithmetic } from './arithmetic.tsx'
import { plainReasons } from './plain-reasons.ts'
import { useReasons } from './use-reasons.ts'

export interface FittingListProps {
  items: readonly FittingChallenge[]
  linkTo: (slug: string) => string
}

/** Open questions that may suit an organisation: why, how long an answer takes, until when; the arithmetic folded away. */
export function FittingList({ items, linkTo }: FittingListProps) {
  const { t } = useTranslation('matching')
  return (
    <NoticeList label={t('fitting.title')}>
      {items.map((one) => (
        <NoticeListItem key={one.challengeId} to={linkTo(one.slug)} title={one.question}>
          <Why one={one} />
        </NoticeListItem>
      ))}
    </NoticeList>
  )
}

function Why({ one }: { one: FittingChallenge }) {
  const { t } = useTranslation('matching')
  const { date, minutes } = useFormats()
  const { yours } = useReasons('invited')
  const { question } = one
  return (
    <>
      <Facts
        size="s"
        facts={[
          { key: 'closes', label: t('fitting.closes'), value: date(one.closesAt) },
          { key: 'answer', label: t('fitting.answer'), value: minutes(one.minutes) },
        ]}
      />
      <ul className="hcw-match__reasons" aria-label={t('fitting.why', { question })}>
        {plainReasons(one).map((reason) => (
          <li key={reason.code}>{yours(reason)}</li>
        ))}
      </ul>
      {one.wouldSettle ? (
        <p className="hcw-match__settle">{t(`fitting.settle.${one.wouldSettle}`)}</p>
      ) : null}
      <Arithmetic
        of={one}
        hidden={t('arithmetic.openHidden', { name: question })}
        caption={t('fitting.caption', { question, score: one.score })}
        partName={(part) => t(`fitting.parts.${part}`)}
        sentence={yours}
      />
    </>
  )
}
