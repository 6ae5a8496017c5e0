import { challengesContract } from '@howcanwe/shared/challenges'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, Notice, TextArea } from '../../ui/index.ts'
import { useAgain } from './readings.queries.ts'

/** The broker lets a challenge open sooner or with fewer readers, and says why in public. */
export function ShortenForm({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation('readings')
  const call = useCall()
  const again = useAgain()
  const [done, setDone] = useState(false)
  const form = useSchemaForm({
    schema: challengesContract.shortenReadThrough.body,
    ns: 'readings',
    defaultValues: { reason: '' },
  })
  const send = form.handleSubmit(async (body) => {
    try {
      await call(challengesContract.shortenReadThrough, { params: { challengeId }, body })
      setDone(true)
      await again()
    } catch (error) {
      form.refuse(error)
    }
  })
  if (done) return <Notice kind="success" focus heading={t('shorten.done')} />
  return (
    <form noValidate onSubmit={send}>
      <h2 className="govuk-heading-m">{t('shorten.title')}</h2>
      <p className="govuk-body">{t('shorten.text')}</p>
      <ErrorSummary errors={form.summary} />
      <TextArea
        {...form.register('reason')}
        label={t('shorten.label')}
        hint={t('shorten.hint')}
        seenBy={t('shorten.seenBy')}
        error={form.errorOf('reason')}
        maxCharacters={1000}
        rows={3}
      />
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('shorten.send')}
      </Button>
    </form>
  )
}
