import {
  type DeskProposal,
  LEAST_SENTENCES,
  proposalsContract,
  sentencesIn,
} from '@howcanwe/shared/proposals'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, Details, ErrorSummary, Radios, TextArea } from '../../ui/index.ts'

const schema = z.strictObject({
  kind: z.enum(['no', 'not-now']),
  reasons: z.string().check(
    z.refine((said) => sentencesIn(said) >= LEAST_SENTENCES, { error: 'too_few_sentences' }),
    z.maxLength(2000),
  ),
  nextStep: z.string().check(z.minLength(10), z.maxLength(600)),
})

/** No, or not now: by name, in public, with reasons and a next step. */
export function AnswerNo({ item, onDone }: { item: DeskProposal; onDone: (said: string) => void }) {
  const { t } = useTranslation('proposals')
  const call = useCall()
  const form = useSchemaForm({
    schema,
    ns: 'proposals',
    defaultValues: { reasons: '', nextStep: '' },
  })
  const send = form.handleSubmit(async (body) => {
    try {
      await call(proposalsContract.answer, { params: { proposalId: item.id }, body })
      onDone(t('desk.did.answered'))
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <Details summary={t('desk.no')}>
      <form noValidate onSubmit={send}>
        <p className="govuk-body">{t('desk.noLead')}</p>
        <ErrorSummary errors={form.summary} />
        <Radios
          {...form.register('kind')}
          id={`kind-${item.id}`}
          legend={t('desk.noKind')}
          error={form.errorOf('kind')}
          choices={(['no', 'not-now'] as const).map((value) => ({
            value,
            label: t(`desk.kind.${value}`),
          }))}
        />
        <TextArea
          {...form.register('reasons')}
          id={`reasons-${item.id}`}
          label={t('desk.reasons')}
          hint={t('desk.reasonsHint')}
          error={form.errorOf('reasons')}
          rows={5}
          maxCharacters={2000}
        />
        <TextArea
          {...form.register('nextStep')}
          id={`nextStep-${item.id}`}
          label={t('desk.nextStep')}
          hint={t('desk.nextStepHint')}
          error={form.errorOf('nextStep')}
          rows={3}
          maxCharacters={600}
        />
        <Button type="submit" kind="secondary" busy={form.formState.isSubmitting}>
          {t('desk.noSend')}
        </Button>
      </form>
    </Details>
  )
}
