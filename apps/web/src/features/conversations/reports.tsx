import { type ContentReport, REPORT_OUTCOMES } from '@howcanwe/shared/conversations'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Link, Select, Tag } from '../../ui/index.ts'
import { useTalking } from './conversations.queries.ts'
import { SentenceForm } from './sentence-form.tsx'
import './conversations.scss'

type Outcome = (typeof REPORT_OUTCOMES)[number]

/** What was reported, those to answer first. */
export function Reports({
  groupId,
  items,
  to,
}: {
  groupId: string
  items: readonly ContentReport[]
  to: (threadId: string) => string
}) {
  return (
    <ul className="hcw-reports">
      {items.map((report) => (
        <li key={report.id}>
          <One groupId={groupId} report={report} to={to(report.threadId)} />
        </li>
      ))}
    </ul>
  )
}

function One({ groupId, report, to }: { groupId: string; report: ContentReport; to: string }) {
  const { t } = useTranslation('conversations')
  const { day } = useFormats()
  return (
    <>
      <p className="govuk-body">
        <strong>{t(`reason.${report.reason}`)}</strong>{' '}
        {report.late ? <Tag tone="error">{t('reports.late')}</Tag> : null}
      </p>
      <blockquote className="hcw-reports__what">{report.words || t('reports.gone')}</blockquote>
      {report.said ? (
        <p className="govuk-body">{t('reports.said', { said: report.said })}</p>
      ) : null}
      {report.reporter ? (
        <p className="hcw-soft">{t('reports.reporter', { name: report.reporter })}</p>
      ) : null}
      <p className="govuk-body">
        <Link className="govuk-link" to={to}>
          {t('reports.open', { title: report.threadTitle })}
        </Link>
      </p>
      {report.answer ? (
        <p className="govuk-body">
          {t('reports.answered', {
            day: day(report.answer.at),
            outcome: t(`reports.outcome.${report.answer.outcome}`),
            words: report.answer.words,
          })}
        </p>
      ) : (
        <Answer groupId={groupId} report={report} />
      )}
    </>
  )
}

function Answer({ groupId, report }: { groupId: string; report: ContentReport }) {
  const { t } = useTranslation('conversations')
  const { day } = useFormats()
  const { answerReport } = useTalking(groupId)
  const [outcome, setOutcome] = useState<Outcome>('spoken')
  const id = useId()
  return (
    <>
      <p className="hcw-soft">{t('reports.answerBy', { day: day(report.answerBy) })}</p>
      <Select
        id={id}
        name="outcome"
        label={t('reports.whatDone')}
        value={outcome}
        onChange={(event) => setOutcome(event.target.value as Outcome)}
        options={REPORT_OUTCOMES.map((value) => ({ value, label: t(`reports.outcome.${value}`) }))}
      />
      <SentenceForm
        label={t('reports.words')}
        hint={t('reports.wordsHint')}
        press={t('reports.answer')}
        onSend={(words) => answerReport(report.id, { outcome, words })}
      />
    </>
  )
}
