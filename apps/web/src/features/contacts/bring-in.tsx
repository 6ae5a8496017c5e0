import type { ImportPreview } from '@howcanwe/shared/contacts'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonGroup, ErrorSummary, Radios, TextField } from '../../ui/index.ts'

export interface Said {
  source: string
  theyKnow: boolean
}

interface BringInProps {
  seen: ImportPreview
  /** What the file is called: where the list comes from, as a first guess. */
  name: string
  busy: boolean
  onSaid: (said: Said) => void
  onOther: () => void
}

/** The last two questions before a list comes in: where we have it from, and whether they know. Needs `contacts`. */
export function BringIn({ seen: { counts }, name, busy, onSaid, onOther }: BringInProps) {
  const { t } = useTranslation('contacts')
  const [faults, setFaults] = useState<{ name: 'source' | 'know'; message: string }[]>([])
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [source, know] = [String(form.get('source') ?? '').trim(), form.get('know')]
    const found = [
      ...(source.length < 2
        ? [{ name: 'source' as const, message: t('errors.source.required') }]
        : []),
      ...(know ? [] : [{ name: 'know' as const, message: t('errors.know.required') }]),
    ]
    setFaults(found)
    if (found.length === 0) onSaid({ source, theyKnow: know === 'yes' })
  }
  const errorOf = (field: string) => faults.find((fault) => fault.name === field)?.message
  const other = (
    <Button kind="secondary" onClick={onOther}>
      {t('bring.other')}
    </Button>
  )
  if (counts.new + counts.change === 0) return other
  return (
    <form onSubmit={send} noValidate>
      <ErrorSummary errors={faults} />
      <TextField
        name="source"
        label={t('source.label')}
        hint={t('source.hint')}
        error={errorOf('source')}
        defaultValue={name}
        maxLength={160}
        autoComplete="off"
      />
      <Radios
        name="know"
        legend={t('know.all')}
        error={errorOf('know')}
        choices={[
          { value: 'yes', label: t('know.yes') },
          { value: 'no', label: t('know.no'), hint: t('know.noHint') },
        ]}
      />
      <ButtonGroup>
        <Button type="submit" busy={busy}>
          {t(counts.refused > 0 ? 'bring.goWithout' : 'bring.go', {
            count: counts.new + counts.change,
            refused: counts.refused,
          })}
        </Button>
        {other}
      </ButtonGroup>
    </form>
  )
}
