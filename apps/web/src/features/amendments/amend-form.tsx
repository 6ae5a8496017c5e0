import {
  AMENDABLE,
  AMENDABLE_WORDS,
  AMENDMENT_KINDS,
  type Amendable,
  type AmendmentKind,
} from '@howcanwe/shared/amendments'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, DateField, Notice, Radios, Select, TextArea, TextField } from '../../ui/index.ts'
import { type Changes, useAmending } from './amendments.queries.ts'
import { boxOf, kindOf, readBox } from './values.ts'

/** The challenge as it stands: each field that may change, and the version that was seen. */
export type Standing = { id: string; version: number; closesAt: Date } & {
  [K in Amendable]: string | number | Date | null
}

/** Closing moves by itself; nobody has to work out five working days. */
const BY_HAND = AMENDABLE.filter((field) => field !== 'closesAt')

/** Changes one thing of an open challenge, in public, and says beforehand what that means for everybody (J-07). */
export function AmendForm({ challenge }: { challenge: Standing }) {
  const { t } = useTranslation(['amendments', 'problems'])
  const { moment } = useFormats()
  const { amend } = useAmending(challenge.id)
  const [kind, setKind] = useState<AmendmentKind>('typo')
  const [field, setField] = useState<Amendable>('summary')
  const [typed, setTyped] = useState(boxOf('summary', challenge.summary))
  const [reason, setReason] = useState('')
  const [unread, setUnread] = useState(false)
  const fields = kind === 'substance' ? BY_HAND : AMENDABLE_WORDS
  const choose = (next: Amendable) => {
    setField(next)
    setTyped(boxOf(next, challenge[next]))
    setUnread(false)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    const value = readBox(field, typed)
    setUnread(value === undefined)
    if (value === undefined) return
    const changes = { [field]: value } as Changes
    amend.mutate({ kind, changes, reason, version: challenge.version })
  }
  if (amend.data)
    return (
      <Notice kind="success" focus heading={t('done.title')}>
        <p className="govuk-body">
          {t(kind === 'substance' ? 'done.substance' : 'done.words', {
            moment: moment(amend.data.closesAt),
          })}
        </p>
      </Notice>
    )
  return (
    <form noValidate onSubmit={send}>
      <Radios
        name="kind"
        legend={t('form.kind')}
        value={kind}
        onChange={(event) => {
          const next = event.target.value as AmendmentKind
          setKind(next)
          if (next !== 'substance' && kindOf(field) !== 'words') choose('summary')
        }}
        choices={AMENDMENT_KINDS.map((value) => ({
          value,
          label: t(`kind.${value}.label`),
          hint: t(`kind.${value}.hint`),
        }))}
      />
      <Select
        name="field"
        label={t('form.field')}
        value={field}
        onChange={(event) => choose(event.target.value as Amendable)}
        options={fields.map((value) => ({ value, label: t(`field.${value}`) }))}
      />
      <Box
        field={field}
        value={typed}
        onChange={setTyped}
        error={unread ? t('form.unread') : undefined}
      />
      <TextArea
        name="reason"
        label={t('form.reason')}
        hint={t('form.reasonHint')}
        rows={3}
        maxCharacters={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {kind === 'substance' ? (
        <Notice kind="warning" heading={t('form.meansTitle')}>
          <p className="govuk-body">{t('form.means', { moment: moment(challenge.closesAt) })}</p>
        </Notice>
      ) : null}
      {amend.error ? (
        <p className="govuk-error-message" role="alert">
          {sentenceOf(t, amend.error)}
        </p>
      ) : null}
      <Button type="submit" busy={amend.isPending}>
        {t('form.go')}
      </Button>
    </form>
  )
}

interface BoxProps {
  field: Amendable
  value: string
  onChange: (value: string) => void
  error: string | undefined
}

function Box({ field, value, onChange, error }: BoxProps) {
  const { t } = useTranslation('amendments')
  const { money } = useFormats()
  const label = t(`field.${field}`)
  const kind = kindOf(field)
  if (kind === 'day')
    return <DateField name={field} legend={label} error={error} value={value} onChange={onChange} />
  if (kind === 'words')
    return (
      <TextArea
        name={field}
        label={label}
        error={error}
        rows={4}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  return (
    <TextField
      name={field}
      label={label}
      error={error}
      width={10}
      inputMode="decimal"
      autoComplete="off"
      prefix={kind === 'money' ? money(0).replace(/[\d.,\s]/g, '') : undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
