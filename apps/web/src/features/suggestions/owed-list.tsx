import type { Owed } from '@howcanwe/shared/suggestions'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Tag } from '../../ui/index.ts'
import { AnswerForms } from './answer-forms.tsx'
import { lastDayOf } from './last-day.ts'
import './suggestions.scss'

/** Answers people wait for, the most pressing first; one's own can be given at once. */
export function OwedList({
  items,
  named,
  pageOf,
}: {
  items: readonly Owed[]
  /** How the reader signs. */
  named: string
  pageOf: (one: Owed) => ReactNode
}) {
  return (
    <div className="hcw-owed">
      {items.map((one) => (
        <One key={one.id} one={one} named={named} page={pageOf(one)} />
      ))}
    </div>
  )
}

function One({ one, named, page }: { one: Owed; named: string; page: ReactNode }) {
  const { t } = useTranslation('suggestions')
  const { day } = useFormats()
  return (
    <article className="hcw-owed__one" aria-labelledby={`owed-${one.id}`}>
      <p className="hcw-said__who">
        {one.group.name} · {t('youSaid.number', { number: one.number })} · {t(`who.${one.bloc}`)}
      </p>
      <h3 id={`owed-${one.id}`} className="hcw-said__text" lang={one.language}>
        “{one.text}”
      </h3>
      <p className="govuk-body">
        <Tag tone={one.late ? 'error' : one.daysLeft <= 1 ? 'caution' : 'plain'}>
          <Left one={one} />
        </Tag>{' '}
        {t(`owed.next.${one.state}`, { name: one.named })}
        <span className="hcw-line hcw-soft">
          {t('owed.due', { day: day(lastDayOf(one.dueAt)) })}
        </span>
      </p>
      {one.mine ? <AnswerForms one={one} named={named} /> : null}
      <p className="govuk-body">{page}</p>
    </article>
  )
}

function Left({ one }: { one: Owed }) {
  const { t } = useTranslation('suggestions')
  if (one.late) return t('owed.over', { count: Math.max(1, -one.daysLeft) })
  return one.daysLeft === 0 ? t('owed.today') : t('owed.left', { count: one.daysLeft })
}
