import { recruitmentContract } from '@howcanwe/shared/recruitment'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, TextField } from '../../ui/index.ts'

const words = z.object({
  reference: z.string().check(z.minLength(1), z.maxLength(40)),
  words: z.string().check(z.minLength(1), z.maxLength(60)),
})

/** The reference and the words of a slip that was handed over, typed as they come. */
export function OpenByWords({ onOpened }: { onOpened: (token: string) => void }) {
  const { t } = useTranslation('recruitment')
  const call = useCall()
  const form = useSchemaForm({
    schema: words,
    ns: 'recruitment',
    defaultValues: { reference: '', words: '' },
  })
  const send = form.handleSubmit(async (body) => {
    try {
      onOpened((await call(recruitmentContract.openSlip, { body })).token)
    } catch (error) {
      form.refuse(error)
    }
  })
  const field = (name: 'reference' | 'words') => ({
    ...form.register(name),
    error: form.errorOf(name),
    autoComplete: 'off',
    autoCapitalize: 'characters',
    spellCheck: false,
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={form.summary} />
      <p className="govuk-body">{t('slip.words.lead')}</p>
      <TextField
        {...field('reference')}
        label={t('slip.reference')}
        hint={t('slip.words.referenceHint')}
        width={10}
      />
      <TextField
        {...field('words')}
        label={t('slip.words.words')}
        hint={t('slip.words.wordsHint')}
        width={20}
      />
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('slip.words.open')}
      </Button>
    </form>
  )
}
