import { type ProtectionDraft, protectionsContract } from '@howcanwe/shared/protections'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, DateField, ErrorSummary, Radios, TextArea } from '../../ui/index.ts'

const { outcome, said } = protectionsContract.review.body.shape
const form = z.strictObject({ outcome: z.pipe(z.string(), outcome), said, reviewOn: z.string() })

export interface ReviewFormProps {
  draft: ProtectionDraft
  onReviewed: (after: ProtectionDraft) => void
}

/** Looking at it again: still working, until when, and why; or no more, and why. */
export function ReviewForm({ draft, onReviewed }: ReviewFormProps) {
  const { t } = useTranslation('protections')
  const { date } = useFormats()
  const call = useCall()
  const f = useSchemaForm({
    schema: form,
    ns: 'protections',
    defaultValues: { outcome: '', said: '', reviewOn: '' },
  })
  const [chosen, day] = [f.watch('outcome'), f.watch('reviewOn')]
  const send = f.handleSubmit(async (values) => {
    const kept = values.outcome === 'kept'
    const body = {
      outcome: kept ? ('kept' as const) : ('ended' as const),
      said: values.said,
      reviewOn: kept ? values.reviewOn || null : null,
    }
    try {
      const params = { protectionId: draft.id }
      onReviewed(await call(protectionsContract.review, { params, body }))
    } catch (error) {
      f.refuse(error)
    }
  })
  const hint = { from: date(draft.reviewFrom), until: date(draft.reviewUntil) }
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <Radios
        {...f.register('outcome')}
        value={chosen}
        legend={t('out.outcome')}
        error={f.errorOf('outcome')}
        choices={(['kept', 'ended'] as const).map((value) => ({ value, label: t(`out.${value}`) }))}
      />
      <TextArea
        {...f.register('said')}
        rows={4}
        label={t('out.said')}
        hint={t('out.saidHint')}
        error={f.errorOf('said')}
        value={f.watch('said')}
        maxCharacters={1000}
      />
      {chosen === 'kept' ? (
        <DateField
          name="reviewOn"
          legend={t('out.reviewOn')}
          hint={t('field.reviewOn.hint', hint)}
          error={f.errorOf('reviewOn')}
          value={day}
          onChange={(value) => f.setValue('reviewOn', value)}
        />
      ) : null}
      <Button type="submit" busy={f.formState.isSubmitting}>
        {t('out.send')}
      </Button>
    </form>
  )
}
