import { type Organisation, organisationsContract } from '@howcanwe/shared/organisations'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, ButtonGroup, DateField, ErrorSummary, Notice } from '../../ui/index.ts'
import { usePause } from './hours.queries.ts'

/** "Pause until": one day, no reason (J-09). Whoever rests sees until when, makes it longer or ends it. */
export function PauseForm({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation(['hours', 'problems'])
  const { day } = useFormats()
  const { pause, resume } = usePause(organisation.id)
  const [done, setDone] = useState<'paused' | 'resumed'>()
  const resting = organisation.state === 'paused'
  const f = useSchemaForm({
    schema: organisationsContract.pause.body,
    ns: 'hours',
    defaultValues: { until: '' },
  })
  const press = (what: () => Promise<void>, then: 'paused' | 'resumed') => async () => {
    try {
      await what()
      setDone(then)
      f.reset()
    } catch (error) {
      f.refuse(error)
    }
  }
  const until = f.watch('until')
  return (
    <section aria-labelledby="pause-title">
      <h2 id="pause-title" className="govuk-heading-m">
        {t('pause.title')}
      </h2>
      {done ? (
        <Notice key={done} kind="success" heading={t(`pause.done.${done}`)} focus>
          {done === 'paused' && organisation.pausedUntil ? (
            <p>{t('pause.until', { day: day(organisation.pausedUntil) })}</p>
          ) : null}
        </Notice>
      ) : null}
      <p className="govuk-body">
        {resting && organisation.pausedUntil
          ? t('pause.resting', { day: day(organisation.pausedUntil) })
          : t(resting ? 'pause.restingOpen' : 'pause.lead')}
      </p>
      <form noValidate onSubmit={f.handleSubmit(() => press(() => pause(until), 'paused')())}>
        <ErrorSummary errors={f.summary} />
        <DateField
          name="until"
          legend={t(resting ? 'pause.longer' : 'pause.day')}
          hint={t('pause.hint')}
          error={f.errorOf('until')}
          value={until}
          onChange={(value) => f.setValue('until', value)}
        />
        <ButtonGroup>
          <Button type="submit" busy={f.formState.isSubmitting}>
            {t(resting ? 'pause.move' : 'pause.press')}
          </Button>
          {resting ? (
            <Button kind="secondary" onClick={press(resume, 'resumed')}>
              {t('pause.resume')}
            </Button>
          ) : null}
        </ButtonGroup>
      </form>
    </section>
  )
}
