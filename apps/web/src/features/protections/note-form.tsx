import { type ProtectionDraft, protectionsContract } from '@howcanwe/shared/protections'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, TextArea } from '../../ui/index.ts'

export interface NoteFormProps {
  protectionId: string
  onNoted: (after: ProtectionDraft) => void
}

/** A correction with the date of today; what stood there stays. */
export function NoteForm({ protectionId, onNoted }: NoteFormProps) {
  const { t } = useTranslation('protections')
  const call = useCall()
  const f = useSchemaForm({
    schema: protectionsContract.addNote.body,
    ns: 'protections',
    defaultValues: { text: '' },
  })
  const send = f.handleSubmit(async (body) => {
    try {
      const after = await call(protectionsContract.addNote, { params: { protectionId }, body })
      f.reset()
      onNoted(after)
    } catch (error) {
      f.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <TextArea
        {...f.register('text')}
        rows={3}
        label={t('out.note')}
        error={f.errorOf('text')}
        value={f.watch('text')}
        maxCharacters={1000}
      />
      <Button kind="secondary" type="submit" busy={f.formState.isSubmitting}>
        {t('out.noteSend')}
      </Button>
    </form>
  )
}
