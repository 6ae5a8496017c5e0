import type { Result } from '@howcanwe/shared/http'
import type { questionsContract, WaitingQuestion } from '@howcanwe/shared/questions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Details, EmptyState, Notice, Tag } from '../../ui/index.ts'
import { AnswerForm, type Choosable, DeclineForm, MergeForm } from './close-forms.tsx'
import { QuestionList } from './question-list.tsx'

type Desk = Result<typeof questionsContract.desk>

/** What waits, the most pressing first, each with its answer box; below it what everybody can read already. */
export function QuestionDesk({ desk, asker }: { desk: Desk; asker: string }) {
  const { t } = useTranslation('questions')
  const [closed, setClosed] = useState<string>()
  const { waiting, can } = desk
  return (
    <>
      {closed ? <Notice key={closed} kind="success" heading={t('desk.done')} focus /> : null}
      {waiting.length === 0 ? <EmptyState>{t('desk.none')}</EmptyState> : null}
      <ul className="govuk-list hcw-notices">
        {waiting.map((one) => (
          <Waiting key={one.id} one={one}>
            {can.close ? <Ways one={one} desk={desk} onClosed={setClosed} /> : null}
          </Waiting>
        ))}
      </ul>
      {desk.closed.length > 0 ? (
        <section>
          <h2 className="govuk-heading-m">{t('desk.closed')}</h2>
          <QuestionList items={desk.closed} asker={asker} />
        </section>
      ) : null}
    </>
  )
}

function Waiting({ one, children }: { one: WaitingQuestion; children: React.ReactNode }) {
  const { t } = useTranslation('questions')
  const { date, day } = useFormats()
  return (
    <li className="hcw-notices__item">
      <p className="hcw-notices__caption">
        {t('item.asked', { on: date(one.askedOn) })}{' '}
        <Tag tone={one.late ? 'error' : 'caution'}>
          {t(one.late ? 'desk.late' : 'desk.due', { by: day(one.answerBy) })}
        </Tag>
      </p>
      <h2 className="hcw-notices__title">{one.words}</h2>
      {children}
    </li>
  )
}

interface WaysProps {
  one: WaitingQuestion
  desk: Desk
  onClosed: (id: string) => void
}

/** Questions that this one may be put to: those that wait and those with an answer. */
const othersOf = ({ waiting, closed }: Desk, one: WaitingQuestion): Choosable[] => [
  ...waiting.filter(({ id }) => id !== one.id),
  ...closed.flatMap(({ id, words, state }) =>
    state === 'answered' && words !== null ? { id, words } : [],
  ),
]

function Ways({ one, desk, onClosed }: WaysProps) {
  const { t } = useTranslation('questions')
  const others = othersOf(desk, one)
  const done = ({ id }: { id: string }) => onClosed(id)
  return (
    <>
      <AnswerForm one={one} onClosed={done} />
      {others.length > 0 ? (
        <Details summary={t('desk.merge.open')}>
          <MergeForm one={one} others={others} onClosed={done} />
        </Details>
      ) : null}
      <Details summary={t('desk.decline.open')}>
        <DeclineForm one={one} mayHide={desk.can.hideWords} onClosed={done} />
      </Details>
    </>
  )
}
