import type { QuestionBoard } from '@howcanwe/shared/questions'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { ButtonLink, Link } from '../../ui/index.ts'
import { QuestionList } from './question-list.tsx'
import { useBoard } from './questions.queries.ts'

export interface QuestionsSectionProps {
  challengeId: string
  /** Person and public body. */
  asker: string
  /** Where a question is asked. */
  askAt: string
  /** Where everybody reads what was said before it opened. */
  readers?: string
  /** To get the answers by email: a button, or the way to it. */
  follow: ReactNode
}

/** Questions and answers on a challenge's page. Emails point at `#questions`. */
export function QuestionsSection({
  challengeId,
  asker,
  askAt,
  readers,
  follow,
}: QuestionsSectionProps) {
  const { t } = useTranslation('questions')
  const query = useBoard(challengeId)
  const title = useRef<HTMLHeadingElement>(null)
  const here = query.data !== undefined
  useEffect(() => {
    if (here && window.location.hash === '#questions') title.current?.focus()
  }, [here])
  return (
    <section id="questions" className="hcw-part" aria-labelledby="questions-title">
      <h2 id="questions-title" ref={title} tabIndex={-1} className="hcw-part__title">
        {t('section.title')}
      </h2>
      <Loaded query={query} lines={3}>
        {(board) => (
          <>
            <p className="govuk-body">{t('section.lead')}</p>
            {board.open ? (
              <ButtonLink kind="secondary" to={askAt}>
                {t('section.ask')}
              </ButtonLink>
            ) : null}
            <Clocks board={board} />
            {board.items.length > 0 ? <QuestionList items={board.items} asker={asker} /> : null}
            {follow}
            {readers ? (
              <p className="govuk-body">
                <Link className="govuk-link" to={readers}>
                  {t('section.readers')}
                </Link>
              </p>
            ) : null}
          </>
        )}
      </Loaded>
    </section>
  )
}

/** Until when one can ask, what waits and until when, and how long answers take (M13). */
function Clocks({ board }: { board: QuestionBoard }) {
  const { t } = useTranslation('questions')
  const { moment, day } = useFormats()
  const { waiting, medianWorkingDays } = board
  const when = moment(board.questionsUntil)
  return (
    <>
      <p className="hcw-soft">{t(board.open ? 'section.until' : 'section.over', { when })}</p>
      {waiting.count > 0 && waiting.answerBy ? (
        <p className="govuk-body">
          {t(waiting.late ? 'section.late' : 'section.waiting', {
            count: waiting.count,
            by: day(waiting.answerBy),
          })}
        </p>
      ) : null}
      {medianWorkingDays === null ? null : (
        <p className="hcw-soft">
          {medianWorkingDays === 0
            ? t('section.sameDay')
            : t('section.median', { count: medianWorkingDays })}
        </p>
      )}
    </>
  )
}
