import { raising } from '@howcanwe/shared/conversations'
import { useTranslation } from 'react-i18next'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, Notice, TextArea, TextField } from '../../ui/index.ts'
import { useRaise } from './concerns.queries.ts'

interface ConcernFormProps {
  placeId: string
  /** Where it was seen, if anywhere here. */
  seen: { groupId?: string; messageId?: string }
}

/** What worries somebody. Nothing of it is kept on this device: another may use it next. */
export function ConcernForm({ placeId, seen }: ConcernFormProps) {
  const { t } = useTranslation('concerns')
  const raise = useRaise(placeId)
  const form = useSchemaForm({
    schema: raising,
    ns: 'concerns',
    defaultValues: { words: '', who: '', contact: '', ...seen },
  })
  const send = form.handleSubmit(async () => {
    try {
      await raise.mutateAsync(form.getValues())
    } catch (error) {
      form.refuse(error)
    }
  })
  if (raise.data)
    return (
      <Notice kind="success" heading={t('sent.title')} focus>
        <p className="govuk-body">{t('sent.reference', { reference: raise.data.reference })}</p>
        <p className="govuk-body">{t(raise.data.hasLead ? 'sent.lead' : 'sent.noLead')}</p>
      </Notice>
    )
  return (
    <form noValidate onSubmit={send} className="hcw-concern">
      <ErrorSummary errors={form.summary} />
      <TextArea
        {...form.register('words')}
        label={t('form.words')}
        hint={t('form.wordsHint')}
        error={form.errorOf('words')}
        rows={5}
        maxCharacters={4_000}
        autoComplete="off"
      />
      <TextField
        {...form.register('who')}
        label={t('form.who')}
        hint={t('form.whoHint')}
        error={form.errorOf('who')}
        autoComplete="off"
        optional
      />
      <TextField
        {...form.register('contact')}
        label={t('form.contact')}
        hint={t('form.contactHint')}
        error={form.errorOf('contact')}
        autoComplete="off"
        optional
      />
      <p className="govuk-body">{t('form.reads')}</p>
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('form.send')}
      </Button>
    </form>
  )
}
