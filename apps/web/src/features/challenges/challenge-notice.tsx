import type { ChallengeSummary } from '@howcanwe/shared/challenges'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { type Fact, Facts, NoticeListItem, Opened, Tag } from '../../ui/index.ts'
import { AskerMark } from './asker-mark.tsx'
import { closingWords } from './closing.ts'
import { languageOf, openingOf } from './question.ts'

/** The figures that decide whether to read on. */
export function useSummaryFacts() {
  const { t } = useTranslation('challenges')
  const formats = useFormats()
  return (c: ChallengeSummary): Fact[] => [
    {
      key: 'closes',
      label: t(c.state === 'open' ? 'facts.closes' : 'facts.closed'),
      value: closingWords(t, formats, c, new Date()),
    },
    { key: 'answer', label: t('facts.answer'), value: formats.minutes(c.answerMinutes) },
    {
      key: 'offer',
      label: t('facts.offer'),
      value: c.offerPence > 0 ? formats.money(c.offerPence) : t('facts.noMoney'),
    },
  ]
}

export interface ChallengeNoticeProps {
  challenge: ChallengeSummary
  to: string
  level?: 2 | 3
}

/** A question pinned up in a list: who asks, where, the question, and what it would cost you. */
export function ChallengeNotice({ challenge, to, level = 2 }: ChallengeNoticeProps) {
  const { t } = useTranslation('challenges')
  const factsOf = useSummaryFacts()
  const { asker, areas, question, state, summary, groups } = challenge
  return (
    <NoticeListItem
      to={to}
      level={level}
      lang={languageOf(question)}
      title={<Opened title={question} opening={openingOf(question)} />}
      caption={
        <span className="hcw-caption">
          <AskerMark name={asker.organisation} />
          <span>{areaWords(t, areas)}</span>
          {state === 'open' ? null : <Tag tone="quiet">{t(`state.${state}`)}</Tag>}
        </span>
      }
    >
      <p className="govuk-body hcw-challenge-summary" lang={languageOf(question)}>
        {summary}
      </p>
      <Facts size="s" facts={factsOf(challenge)} />
      {groups > 0 && state === 'open' ? (
        <p className="hcw-soft hcw-challenge-groups">{t('groupsCount', { count: groups })}</p>
      ) : null}
    </NoticeListItem>
  )
}

const FEW = 3

/** 'Northgate and Elmside', or 'Northgate, Elmside, Quay and 4 more'. */
export function areaWords(
  t: (key: 'moreAreas', options: { names: string; count: number }) => string,
  areas: readonly { name: string }[],
): string {
  const names = areas.slice(0, FEW).map((a) => a.name)
  const more = areas.length - names.length
  return more > 0 ? t('moreAreas', { names: names.join(', '), count: more }) : names.join(', ')
}
