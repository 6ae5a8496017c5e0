import {
  type Agreement,
  type AgreementParty,
  agreementsContract,
} from '@howcanwe/shared/agreements'
import type { ChangeEvent, FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { FoundHere, KeptHere, Theirs } from '../../lib/meanwhile.tsx'
import { penceOf } from '../../lib/pence.ts'
import { useFaults } from '../../lib/use-faults.ts'
import { useWriting } from '../../lib/use-writing.ts'
import { Button, Checkboxes, ErrorSummary, TextArea, TextField } from '../../ui/index.ts'
import type { AgreementSteps } from './agreements.queries.ts'
import { boxOf } from './writing.ts'

const NS = 'agreements'

type BoxFields = ReturnType<typeof boxOf>

/** What is sent, and what is wrong before anything is: hours are said, not left out by accident. */
function bodyOf({ hoursPerMonth, pence, ...words }: BoxFields) {
  const sum = penceOf(pence)
  return {
    body: { ...words, hoursPerMonth: Number(hoursPerMonth || 0), pence: sum ?? 0 },
    faults: [
      ...(hoursPerMonth === '' ? [{ name: 'hoursPerMonth', code: 'required' }] : []),
      ...(sum === undefined ? [{ name: 'pence', code: 'money' }] : []),
    ],
  }
}

/** One party's own box: what it wants, does and gets. */
export function BoxForm({
  agreement,
  party,
  steps,
  onSaved,
}: {
  agreement: Agreement
  party: AgreementParty
  steps: AgreementSteps
  onSaved: () => void
}) {
  const { t } = useTranslation([NS, 'problems'])
  const { money } = useFormats()
  const organisationId = party.organisation.id
  const name = `box:${agreement.id}:${organisationId}`
  const form = useWriting(name, boxOf(agreement, organisationId))
  const faults = useFaults(NS)
  const { box } = steps
  const save = (event: FormEvent) => {
    event.preventDefault()
    const { body, faults: more } = bodyOf(form.values)
    const whole = { organisationId, ...body }
    if (!faults.check(agreementsContract.writeBox.body, whole, more)) return
    const onSuccess = () => {
      form.drop()
      onSaved()
    }
    box.mutate(whole, { onError: faults.refuse, onSuccess })
  }
  const field = (name: Exclude<keyof BoxFields, 'advance'>) => ({
    name,
    value: form.values[name],
    error: faults.of(name),
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      form.put(name, name === 'hoursPerMonth' ? target.value.replace(/\D/g, '') : target.value),
  })
  const number = { inputMode: 'numeric', autoComplete: 'off', width: 4 } as const
  const sum = { inputMode: 'decimal', autoComplete: 'off', width: 10 } as const
  const prefix = money(0).replace(/[\d.,\s]/g, '')
  return (
    <form onSubmit={save} noValidate>
      <ErrorSummary errors={faults.summary} />
      <FoundHere of={form} ns={NS} />
      <TextArea
        {...field('interests')}
        label={t('box.interests')}
        hint={t('box.interestsHint')}
        rows={3}
        maxCharacters={500}
      />
      <Theirs of={form} name="interests" ns={NS} />
      <TextField {...field('role')} label={t('box.role')} optional />
      <Theirs of={form} name="role" ns={NS} />
      <TextField {...field('hoursPerMonth')} {...number} label={t('box.hours')} />
      <Theirs of={form} name="hoursPerMonth" ns={NS} />
      <TextField {...field('pence')} {...sum} label={t('box.pence')} optional prefix={prefix} />
      <Theirs of={form} name="pence" ns={NS} />
      <Checkboxes
        name="advance"
        legend={t('page.money')}
        value={form.values.advance ? ['advance'] : []}
        onChange={async ({ target }) => form.put('advance', target.checked)}
        choices={[{ value: 'advance', label: t('box.advance'), hint: t('box.advanceHint') }]}
      />
      <Theirs of={form} name="advance" ns={NS} />
      <KeptHere of={form} ns={NS} />
      <Button type="submit" busy={box.isPending}>
        {t('box.save')}
      </Button>
    </form>
  )
}
