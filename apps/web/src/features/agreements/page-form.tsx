import { AGREEMENT_TEXTS, type Agreement, agreementsContract } from '@howcanwe/shared/agreements'
import type { ChangeEvent, FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { FoundHere, KeptHere, Theirs } from '../../lib/meanwhile.tsx'
import { useFaults } from '../../lib/use-faults.ts'
import { useWriting } from '../../lib/use-writing.ts'
import { Button, ButtonGroup, ErrorSummary, TextArea, TextField } from '../../ui/index.ts'
import type { AgreementSteps } from './agreements.queries.ts'
import { pageOf } from './writing.ts'

const NS = 'agreements'

/** What all parties say together, box by box, as it will stand on paper. */
export function PageForm({
  agreement,
  steps,
  onDone,
}: {
  agreement: Agreement
  steps: AgreementSteps
  onDone: () => void
}) {
  const { t } = useTranslation([NS, 'problems'])
  const form = useWriting(`agreement:${agreement.id}`, pageOf(agreement))
  const faults = useFaults(NS)
  const { write } = steps
  const save = (event: FormEvent) => {
    event.preventDefault()
    const { payDays, ...words } = form.values
    const empty = payDays === '' ? [{ name: 'payDays', code: 'required' }] : []
    const body = { ...words, payDays: Number(payDays || 0) }
    if (!faults.check(agreementsContract.write.body, body, empty)) return
    write.mutate(body, {
      onError: faults.refuse,
      onSuccess: () => {
        form.drop()
        onDone()
      },
    })
  }
  const field = (name: 'title' | 'payDays' | (typeof AGREEMENT_TEXTS)[number]) => ({
    name,
    value: form.values[name],
    error: faults.of(name),
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      form.put(name, name === 'payDays' ? target.value.replace(/\D/g, '') : target.value),
  })
  const number = { inputMode: 'numeric', autoComplete: 'off', width: 2 } as const
  return (
    <form onSubmit={save} noValidate>
      <ErrorSummary errors={faults.summary} />
      <FoundHere of={form} ns={NS} />
      <TextField {...field('title')} label={t('write.title')} />
      <Theirs of={form} name="title" ns={NS} />
      {AGREEMENT_TEXTS.map((name) => (
        <div key={name}>
          <TextArea
            {...field(name)}
            label={t(`parts.${name}`)}
            hint={t(`hints.${name}`)}
            optional={name !== 'purpose'}
            rows={2}
            maxCharacters={600}
          />
          <Theirs of={form} name={name} ns={NS} />
        </div>
      ))}
      <TextField
        {...field('payDays')}
        {...number}
        label={t('write.payDays')}
        hint={t('write.payDaysHint')}
      />
      <Theirs of={form} name="payDays" ns={NS} />
      <p className="govuk-hint">{t('write.again')}</p>
      <KeptHere of={form} ns={NS} />
      <ButtonGroup>
        <Button type="submit" busy={write.isPending}>
          {t('write.save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('write.later')}
        </Button>
      </ButtonGroup>
    </form>
  )
}
