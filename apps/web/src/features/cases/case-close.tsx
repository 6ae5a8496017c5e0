import { type BrokerCase, casesContract } from '@howcanwe/shared/cases'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { sentenceOf } from '../../lib/errors.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, Details, ErrorSummary, Notice, TextArea } from '../../ui/index.ts'
import { useCaseChange } from './cases.queries.ts'

const typed = z.object({ outcome: casesContract.close.body.shape.outcome })

/** Closes a case and says what came of it. */
export function CloseCase({ caseId }: { caseId: string }) {
  const { t } = useTranslation('cases')
  const form = useSchemaForm({ schema: typed, ns: 'cases', defaultValues: { outcome: '' } })
  const close = useCaseChange((call, outcome: string) =>
    call(casesContract.close, { params: { caseId }, body: { outcome } }),
  )
  const send = form.handleSubmit(async ({ outcome }) => {
    try {
      await close.mutateAsync(outcome)
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <Details summary={t('close.title')}>
      <form noValidate onSubmit={send} aria-label={t('close.title')}>
        <ErrorSummary
          errors={form.summary.map((e) => ('name' in e ? { ...e, name: 'close' } : e))}
        />
        <TextArea
          {...form.register('outcome')}
          id="f-close"
          label={t('close.label')}
          rows={3}
          error={form.errorOf('outcome')}
        />
        <Button type="submit" kind="secondary" busy={close.isPending}>
          {t('close.go')}
        </Button>
      </form>
    </Details>
  )
}

/** What came of a closed case, and a way to open it again. */
export function ClosedCase({ of: one }: { of: BrokerCase }) {
  const { t } = useTranslation(['cases', 'problems'])
  const reopen = useCaseChange((call, caseId: string) =>
    call(casesContract.reopen, { params: { caseId }, body: {} }),
  )
  return (
    <Notice kind="info" heading={t('cases:close.closed')}>
      <p className="govuk-body">{one.outcome}</p>
      {reopen.error ? <p className="govuk-body">{sentenceOf(t, reopen.error)}</p> : null}
      <Button kind="secondary" busy={reopen.isPending} onClick={() => reopen.mutate(one.id)}>
        {t('cases:close.reopen')}
      </Button>
    </Notice>
  )
}
