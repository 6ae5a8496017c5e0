import type { GroupPay } from '@howcanwe/shared/payments'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, Checkboxes, Details, ErrorSummary, Radios } from '../../ui/index.ts'
import type { useGroupActs } from './desk.queries.ts'

const SAID = ['phone', 'paper', 'in-person'] as const
const schema = z.object({
  saidBy: z.enum(SAID),
  readBack: z.array(z.string()).check(z.minLength(1)),
})

interface SpokenCashProps {
  one: GroupPay['ring'][number]
  cashFor: ReturnType<typeof useGroupActs>['cashFor']
  onSaved: () => void
}

/** Cash, for whoever said so and no letter reaches: bank details are nobody else's to type. */
export function SpokenCash({ one, cashFor, onSaved }: SpokenCashProps) {
  const { t } = useTranslation('payments')
  const f = useSchemaForm({ schema, ns: 'payments', defaultValues: { readBack: [] } })
  const send = f.handleSubmit(({ saidBy }) =>
    cashFor.mutateAsync({ memberId: one.memberId, saidBy, readBack: true }).then(onSaved, f.refuse),
  )
  return (
    <>
      <p className="govuk-body">{t('ringWay.text')}</p>
      <Details summary={t('ringWay.cash', { name: one.firstName })}>
        <form noValidate onSubmit={send}>
          <ErrorSummary errors={f.summary} />
          <Radios
            {...f.register('saidBy')}
            id={`cash-said-${one.memberId}`}
            legend={t('group.saidBy')}
            error={f.errorOf('saidBy')}
            choices={SAID.map((value) => ({ value, label: t(`group.said.${value}`) }))}
          />
          <Checkboxes
            {...f.register('readBack')}
            id={`cash-read-back-${one.memberId}`}
            legend={t('group.readBack')}
            error={f.errorOf('readBack')}
            choices={[{ value: 'yes', label: t('group.readBackYes') }]}
          />
          <Button type="submit" kind="secondary" busy={cashFor.isPending}>
            {t('group.writeDown')}
          </Button>
        </form>
      </Details>
    </>
  )
}
