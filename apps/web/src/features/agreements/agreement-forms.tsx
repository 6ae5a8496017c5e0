import { AGREEMENT_TEXTS, type Agreement, type AgreementParty } from '@howcanwe/shared/agreements'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldErrorsOf, fieldSentence, sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { penceOf } from '../../lib/pence.ts'
import { Button, Checkboxes, TextArea, TextField } from '../../ui/index.ts'
import type { AgreementSteps } from './agreements.queries.ts'

/** Why a step was refused, in a sentence; nothing while it was not. */
export function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation('problems')
  if (!error) return null
  return (
    <p className="govuk-error-message" role="alert">
      {sentenceOf(t, error)}
    </p>
  )
}

interface FormProps {
  agreement: Agreement
  steps: AgreementSteps
  onSaved: () => void
}

/** What all parties say together, box by box, as it will stand on paper. */
export function PageForm({ agreement, steps, onSaved }: FormProps) {
  const { t } = useTranslation(['agreements', 'problems'])
  const [words, setWords] = useState(
    () =>
      ({
        title: agreement.title,
        ...Object.fromEntries(AGREEMENT_TEXTS.map((name) => [name, agreement[name]])),
      }) as Record<'title' | (typeof AGREEMENT_TEXTS)[number], string>,
  )
  const [days, setDays] = useState(String(agreement.payDays))
  const { write } = steps
  const put = (name: keyof typeof words, value: string) => setWords({ ...words, [name]: value })
  const save = (event: FormEvent) => {
    event.preventDefault()
    write.mutate({ ...words, payDays: Number(days || 0) }, { onSuccess: onSaved })
  }
  const payFault = fieldErrorsOf(write.error).find((e) => e.name === 'payDays')
  return (
    <form onSubmit={save} noValidate>
      <TextField
        name="title"
        label={t('write.title')}
        value={words.title}
        onChange={({ target }) => put('title', target.value)}
      />
      {AGREEMENT_TEXTS.map((name) => (
        <TextArea
          key={name}
          name={name}
          label={t(`parts.${name}`)}
          optional={name !== 'purpose'}
          rows={2}
          maxCharacters={600}
          value={words[name]}
          onChange={({ target }) => put(name, target.value)}
        />
      ))}
      <TextField
        name="payDays"
        label={t('write.payDays')}
        hint={t('write.payDaysHint')}
        error={payFault && fieldSentence(t, payFault, 'agreements')}
        width={2}
        inputMode="numeric"
        autoComplete="off"
        value={days}
        onChange={({ target }) => setDays(target.value.replace(/\D/g, ''))}
      />
      <p className="govuk-hint">{t('write.again')}</p>
      <Refused error={write.error} />
      <Button type="submit" busy={write.isPending}>
        {t('write.save')}
      </Button>
    </form>
  )
}

/** One party's own box: what it wants, does and gets. */
export function BoxForm({
  party,
  steps,
  onSaved,
}: Omit<FormProps, 'agreement'> & { party: AgreementParty }) {
  const { t } = useTranslation(['agreements', 'problems'])
  const { money } = useFormats()
  const [interests, setInterests] = useState(party.interests)
  const [role, setRole] = useState(party.role)
  const [hours, setHours] = useState(party.interests ? String(party.hoursPerMonth) : '')
  const [typed, setTyped] = useState(party.pence ? String(party.pence / 100) : '')
  const [advance, setAdvance] = useState(party.advance)
  const [unread, setUnread] = useState(false)
  const { box } = steps
  const save = (event: FormEvent) => {
    event.preventDefault()
    const pence = penceOf(typed)
    setUnread(pence === undefined)
    if (pence === undefined) return
    const own = { organisationId: party.organisation.id, interests, role, pence, advance }
    box.mutate({ ...own, hoursPerMonth: Number(hours || 0) }, { onSuccess: onSaved })
  }
  const fault = fieldErrorsOf(box.error).find((e) => e.name === 'interests')
  return (
    <form onSubmit={save} noValidate>
      <TextArea
        name="interests"
        label={t('box.interests')}
        hint={t('box.interestsHint')}
        error={fault && fieldSentence(t, fault, 'agreements')}
        rows={3}
        maxCharacters={500}
        value={interests}
        onChange={({ target }) => setInterests(target.value)}
      />
      <TextField
        name="role"
        label={t('box.role')}
        optional
        value={role}
        onChange={({ target }) => setRole(target.value)}
      />
      <TextField
        name="hoursPerMonth"
        label={t('box.hours')}
        width={4}
        inputMode="numeric"
        autoComplete="off"
        value={hours}
        onChange={({ target }) => setHours(target.value.replace(/\D/g, ''))}
      />
      <TextField
        name="pence"
        label={t('box.pence')}
        error={unread ? t('box.money') : undefined}
        width={10}
        inputMode="decimal"
        autoComplete="off"
        prefix={money(0).replace(/[\d.,\s]/g, '')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Checkboxes
        name="advance"
        legend={t('page.money')}
        value={advance ? ['advance'] : []}
        onChange={async ({ target }) => setAdvance(target.checked)}
        choices={[{ value: 'advance', label: t('box.advance'), hint: t('box.advanceHint') }]}
      />
      <Refused error={box.error} />
      <Button type="submit" busy={box.isPending}>
        {t('box.save')}
      </Button>
    </form>
  )
}
