import { protectionsContract } from '@howcanwe/shared/protections'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { useStopwatch } from '../../lib/use-stopwatch.ts'
import { Button, ErrorSummary, TextField } from '../../ui/index.ts'
import type { Carried } from './carried.ts'

export interface StartFormProps {
  placeId: string
  /** What was typed in a question. */
  carried: Carried
  onStarted: (protectionId: string) => void
}

/** The first screen: a name is enough to have a draft. */
export function StartForm({ placeId, carried, onStarted }: StartFormProps) {
  const { t, i18n } = useTranslation(['protections', 'problems'])
  const call = useCall()
  const watch = useStopwatch()
  const [title, setTitle] = useState(carried.title)
  const start = useMutation({
    mutationFn: () =>
      call(protectionsContract.start, {
        body: {
          placeId,
          title,
          atRisk: carried.atRisk,
          language: i18n.language === 'nl' ? 'nl' : 'en',
          secondsMore: watch.read(),
        },
      }),
    onSuccess: ({ id }) => onStarted(id),
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    start.mutate()
  }
  return (
    <form onSubmit={send}>
      <ErrorSummary errors={start.error ? [{ message: sentenceOf(t, start.error) }] : []} />
      <TextField
        name="title"
        label={t('start.title_label')}
        hint={t('start.title_hint')}
        maxLength={120}
        autoComplete="off"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      {carried.atRisk ? <p className="govuk-body">{t('start.carried')}</p> : null}
      <Button type="submit" busy={start.isPending}>
        {t('start.go')}
      </Button>
    </form>
  )
}
