import { casesContract } from '@howcanwe/shared/cases'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { keyOf, useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, Details, ErrorSummary, TextArea } from '../../ui/index.ts'

/** "I stand on one side here": from then on somebody else brokers this challenge. It cannot be taken back. */
export function ConflictForm({
  challengeId,
  onDeclared,
}: {
  challengeId: string
  onDeclared: () => void
}) {
  const { t } = useTranslation('cases')
  const call = useCall()
  const client = useQueryClient()
  const form = useSchemaForm({
    schema: casesContract.declareConflict.body,
    ns: 'cases',
    defaultValues: { note: '' },
  })
  const declare = useMutation({
    mutationFn: (body: { note: string }) =>
      call(casesContract.declareConflict, { params: { challengeId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(casesContract.list) }),
  })
  const send = form.handleSubmit(async (body) => {
    try {
      await declare.mutateAsync(body)
      onDeclared()
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <Details summary={t('conflict.title')}>
      <form noValidate onSubmit={send} aria-label={t('conflict.title')}>
        <ErrorSummary errors={form.summary} />
        <p className="govuk-body">{t('conflict.text')}</p>
        <TextArea
          {...form.register('note')}
          label={t('conflict.note')}
          seenBy={t('conflict.seenBy')}
          optional
          rows={2}
          error={form.errorOf('note')}
        />
        <Button type="submit" kind="warning" busy={declare.isPending}>
          {t('conflict.go')}
        </Button>
      </form>
    </Details>
  )
}
