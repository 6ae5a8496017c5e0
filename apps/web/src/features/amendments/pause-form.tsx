import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, DateField, Details, Notice, TextArea } from '../../ui/index.ts'
import { useAmending } from './amendments.queries.ts'

/** Stops the clock until a day, with a public reason; everybody keeps the time they had (§2.4). */
export function PauseForm({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation(['amendments', 'problems'])
  const { pause } = useAmending(challengeId)
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    pause.mutate({ until, reason })
  }
  return (
    <Details summary={t('pause.title')}>
      <form noValidate onSubmit={send}>
        <p className="govuk-body">{t('pause.text')}</p>
        <DateField name="until" legend={t('pause.until')} value={until} onChange={setUntil} />
        <TextArea
          name="pauseReason"
          label={t('form.reason')}
          hint={t('form.reasonHint')}
          rows={3}
          maxCharacters={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {pause.error ? (
          <p className="govuk-error-message" role="alert">
            {sentenceOf(t, pause.error)}
          </p>
        ) : null}
        <Button kind="secondary" type="submit" busy={pause.isPending}>
          {t('pause.go')}
        </Button>
      </form>
    </Details>
  )
}

/** Lets the clock run again before its day. */
export function ResumePart({ challengeId, until }: { challengeId: string; until: string | null }) {
  const { t } = useTranslation(['amendments', 'problems'])
  const { date } = useFormats()
  const { resume } = useAmending(challengeId)
  return (
    <Notice heading={t('resume.title', { until: until ? date(until) : '' })}>
      <p className="govuk-body">{t('resume.text')}</p>
      {resume.error ? (
        <p className="govuk-error-message" role="alert">
          {sentenceOf(t, resume.error)}
        </p>
      ) : null}
      <Button busy={resume.isPending} onClick={() => resume.mutate()}>
        {t('resume.go')}
      </Button>
    </Notice>
  )
}
