import type { Result } from '@howcanwe/shared/http'
import type { ReaderComment, readingsContract } from '@howcanwe/shared/readings'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import './readings.scss'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Details, Facts, Notice, Tag } from '../../ui/index.ts'
import { AnswerForm } from './answer-form.tsx'
import { AskReaders } from './ask-readers.tsx'
import { CommentList } from './comment-list.tsx'
import { useReadingDesk } from './readings.queries.ts'
import { ShareLink } from './share-link.tsx'

type Desk = Result<typeof readingsContract.desk>

export interface ReadThroughPanelProps {
  challengeId: string
  /** BCP 47 of the challenge. */
  lang: string
  /** Where readers read it, below the site's own address. */
  path: string
}

/** While it is being read: who has read it, until when, what waits for an answer, and the link to send on (J-04). */
export function ReadThroughPanel({ challengeId, lang, path }: ReadThroughPanelProps) {
  const { t } = useTranslation('readings')
  return (
    <section id="part-readers" className="hcw-part" aria-labelledby="readers-title">
      <h2 id="readers-title" className="hcw-part__title">
        {t('panel.title')}
      </h2>
      <Loaded query={useReadingDesk(challengeId)} lines={4}>
        {(desk) => (
          <>
            <HowFar desk={desk} />
            <Comments desk={desk} lang={lang} />
            <AskReaders challengeId={challengeId} />
            <ShareLink question={desk.question} path={path} />
          </>
        )}
      </Loaded>
    </section>
  )
}

/** Counts against what it takes, and the days. */
function HowFar({ desk }: { desk: Desk }) {
  const { t } = useTranslation('readings')
  const { moment, money, minutes } = useFormats()
  const { counts, readUntil, daysOver, shortenedReason, owed } = desk
  const of = (count: number) => t('panel.of', { count, needed: counts.needed })
  const facts = [
    { key: 'residents', label: t('panel.residents'), value: of(counts.residents) },
    { key: 'small', label: t('panel.small'), value: of(counts.smallOrganisations) },
    {
      key: 'until',
      label: t(daysOver ? 'panel.untilOver' : 'panel.until'),
      value: readUntil ? moment(readUntil) : '',
    },
  ]
  return (
    <div className="hcw-readers">
      <Facts facts={facts} />
      <p className="govuk-body">
        {shortenedReason ? t('panel.shortened', { reason: shortenedReason }) : t('panel.shorten')}
      </p>
      {owed.readers > 0 ? (
        <p className="govuk-body">
          <strong>
            {owed.pence === null
              ? t('panel.owedTime', { minutes: minutes(owed.minutes) })
              : t('panel.owed', { money: money(owed.pence) })}
          </strong>{' '}
          {t('panel.owedWhy', { count: owed.readers })}
        </p>
      ) : null}
    </div>
  )
}

function Comments({ desk, lang }: { desk: Desk; lang: string }) {
  const { t } = useTranslation('readings')
  const { day } = useFormats()
  const [answered, setAnswered] = useState<string>()
  const waiting = desk.comments.filter(({ answer }) => answer === null)
  const done = desk.comments.filter(({ answer }) => answer !== null)
  const answer = (one: ReaderComment) => (
    <>
      <p>
        <Tag tone="caution">{t('panel.due', { by: day(one.answerBy) })}</Tag>
      </p>
      {desk.can.answer ? (
        <AnswerForm challengeId={desk.id} one={one} onAnswered={setAnswered} />
      ) : null}
    </>
  )
  return (
    <>
      <h3 className="govuk-heading-s">
        {waiting.length === 0
          ? t('panel.nobodyWaits')
          : t('panel.waiting', { count: waiting.length })}
      </h3>
      {answered ? (
        <Notice key={answered} kind="success" heading={t('panel.answered')} focus />
      ) : null}
      <CommentList items={waiting} lang={lang} organisation="" waiting={answer} />
      {done.length > 0 ? (
        <Details summary={t('panel.done', { count: done.length })}>
          <CommentList items={done} lang={lang} organisation="" />
        </Details>
      ) : null}
    </>
  )
}
