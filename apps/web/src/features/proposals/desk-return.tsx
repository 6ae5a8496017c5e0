import { type DeskProposal, proposalsContract, RETURN_REASONS } from '@howcanwe/shared/proposals'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, Details, ErrorSummary, Radios, TextArea } from '../../ui/index.ts'

const schema = z.strictObject({
  reason: z.enum(RETURN_REASONS),
  note: z.string().check(z.minLength(20), z.maxLength(600)),
})

/** Back to whoever asked, with a named reason and what would help: there is no silent refusal. */
export function GiveBack({ item, onDone }: { item: DeskProposal; onDone: (said: string) => void }) {
  const { t } = useTranslation('proposals')
  const call = useCall()
  const form = useSchemaForm({ schema, ns: 'proposals', defaultValues: { note: '' } })
  const send = form.handleSubmit(async (body) => {
    try {
      await call(proposalsContract.giveBack, { params: { proposalId: item.id }, body })
      onDone(t('desk.did.returned', { name: item.asker?.firstName ?? t('aResident') }))
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <Details summary={t('desk.return')}>
      <form noValidate onSubmit={send}>
        <ErrorSummary errors={form.summary} />
        <Radios
          {...form.register('reason')}
          id={`reason-${item.id}`}
          legend={t('desk.returnWhy')}
          error={form.errorOf('reason')}
          choices={RETURN_REASONS.map((value) => ({ value, label: t(`return.${value}`) }))}
        />
        <TextArea
          {...form.register('note')}
          id={`note-${item.id}`}
          label={t('desk.returnNote')}
          hint={t('desk.returnNoteHint')}
          error={form.errorOf('note')}
          rows={3}
          maxCharacters={600}
        />
        <Button type="submit" kind="secondary" busy={form.formState.isSubmitting}>
          {t('desk.returnSend')}
        </Button>
      </form>
    </Details>
  )
}
