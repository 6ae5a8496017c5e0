import { ACTIONS, addAction, casesContract } from '@howcanwe/shared/cases'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useSchemaForm } from '../../lib/form.ts'
import {
  Button,
  DateField,
  ErrorSummary,
  Notice,
  Select,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { useCaseChange } from './cases.queries.ts'
import { minutesTyped } from './minutes-typed.ts'

const typed = z.object({
  kind: z.enum(ACTIONS),
  whoAsked: z.string().check(z.maxLength(160)),
  consentReference: z.string().check(z.maxLength(300)),
  minutes: minutesTyped,
  outcome: addAction.shape.outcome,
  happenedOn: z.union([z.literal(''), z.iso.date()]),
})
const EMPTY = {
  kind: 'call' as const,
  whoAsked: '',
  consentReference: '',
  minutes: '',
  outcome: '',
  happenedOn: '',
}

/** Always open: what I did, for whom, how many minutes, what came of it. A line is never changed afterwards. */
export function LogBox({ caseId }: { caseId: string }) {
  const { t } = useTranslation('cases')
  const [written, setWritten] = useState(0)
  const form = useSchemaForm({ schema: typed, ns: 'cases', defaultValues: EMPTY })
  const log = useCaseChange((call, body: z.input<typeof addAction>) =>
    call(casesContract.log, { params: { caseId }, body }),
  )
  const send = form.handleSubmit(async ({ minutes, happenedOn, ...said }) => {
    try {
      await log.mutateAsync({ ...said, minutes: Number(minutes), happenedOn: happenedOn || null })
      form.reset(EMPTY)
      setWritten((n) => n + 1)
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send} aria-label={t('log.add')}>
      <ErrorSummary errors={form.summary} />
      {written > 0 ? <Notice key={written} kind="success" heading={t('log.written')} /> : null}
      <Select
        {...form.register('kind')}
        label={t('log.what')}
        options={ACTIONS.map((kind) => ({ value: kind, label: t(`action.${kind}`) }))}
      />
      <TextField
        {...form.register('whoAsked')}
        label={t('log.who')}
        optional
        error={form.errorOf('whoAsked')}
      />
      <TextField
        {...form.register('consentReference')}
        label={t('log.consent')}
        hint={t('log.consentHint')}
        optional
        error={form.errorOf('consentReference')}
      />
      <TextField
        {...form.register('minutes')}
        label={t('log.minutes')}
        inputMode="numeric"
        width={3}
        error={form.errorOf('minutes')}
      />
      <DateField
        name="happenedOn"
        legend={t('log.day')}
        hint={t('log.dayHint')}
        optional
        value={form.watch('happenedOn')}
        onChange={(day) => form.setValue('happenedOn', day)}
        error={form.errorOf('happenedOn')}
      />
      <TextArea
        {...form.register('outcome')}
        label={t('log.outcome')}
        seenBy={t('log.seenBy')}
        rows={3}
        error={form.errorOf('outcome')}
      />
      <Button type="submit" busy={log.isPending}>
        {t('log.go')}
      </Button>
    </form>
  )
}
