import { CHOICES, type GroupItem } from '@howcanwe/shared/payments'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import { penceOf } from '../../lib/pence.ts'
import { Button, Checkboxes, Details, ErrorSummary, Radios, TextField } from '../../ui/index.ts'
import type { useGroupActs } from './desk.queries.ts'
import { callOf } from './who.ts'

const SAID = ['phone', 'paper', 'in-person'] as const
const schema = z.object({
  choice: z.enum(CHOICES),
  less: z.string(),
  charity: z.string(),
  saidBy: z.enum(SAID),
  readBack: z.array(z.string()).check(z.minLength(1)),
})

interface SpokenChoiceProps {
  item: GroupItem
  vouchers: boolean
  chooseFor: ReturnType<typeof useGroupActs>['chooseFor']
  onSaved: () => void
}

/** A choice that was said, read back and written down (PE3). Bank details are nobody else's to type. */
export function SpokenChoice({ item, vouchers, chooseFor, onSaved }: SpokenChoiceProps) {
  const { t } = useTranslation('payments')
  const { money } = useFormats()
  const f = useSchemaForm({
    schema,
    ns: 'payments',
    defaultValues: { less: '', charity: '', readBack: [] },
  })
  const send = f.handleSubmit(({ choice, less, charity, saidBy }) => {
    const pence = penceOf(less) ?? 0
    const more = choice === 'less' ? { pence } : choice === 'charity' ? { charity } : {}
    return chooseFor
      .mutateAsync({ itemId: item.id, choice, ...more, saidBy, readBack: true })
      .then(onSaved, f.refuse)
  })
  const amount = money(item.amountPence)
  const less = (
    <TextField
      {...f.register('less')}
      id={`said-less-${item.id}`}
      label={t('choice.howMuch')}
      width={5}
    />
  )
  const charity = (
    <TextField
      {...f.register('charity')}
      id={`said-charity-${item.id}`}
      label={t('choice.charityName')}
    />
  )
  return (
    <Details summary={t('group.spoken', { name: callOf(item.member, t) })}>
      <form noValidate onSubmit={send}>
        <ErrorSummary errors={f.summary} />
        <Radios
          {...f.register('choice')}
          id={`said-${item.id}`}
          legend={t('choice.question')}
          error={f.errorOf('choice')}
          choices={[
            { value: 'all', label: t('choice.all', { amount }) },
            { value: 'less', label: t('choice.less'), reveals: less },
            { value: 'nothing', label: t('choice.nothing') },
            { value: 'charity', label: t('choice.charity'), reveals: charity },
            ...(vouchers ? [{ value: 'voucher', label: t('choice.voucher', { amount }) }] : []),
          ]}
        />
        <Radios
          {...f.register('saidBy')}
          id={`said-by-${item.id}`}
          legend={t('group.saidBy')}
          error={f.errorOf('saidBy')}
          choices={SAID.map((value) => ({ value, label: t(`group.said.${value}`) }))}
        />
        <Checkboxes
          {...f.register('readBack')}
          id={`read-back-${item.id}`}
          legend={t('group.readBack')}
          error={f.errorOf('readBack')}
          choices={[{ value: 'yes', label: t('group.readBackYes') }]}
        />
        <Button type="submit" kind="secondary" busy={chooseFor.isPending}>
          {t('group.writeDown')}
        </Button>
      </form>
    </Details>
  )
}
