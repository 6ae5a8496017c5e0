import { EVIDENCE_KINDS, EVIDENCE_MAX, type EvidenceKind } from '@howcanwe/shared/protections'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Fieldset, fieldId, Select, TextArea, TextField } from '../../../ui/index.ts'
import type { Decision } from './use-decision.ts'
import { blankEvidence, type EvidenceRow } from './values.ts'

const nextKey = (rows: readonly EvidenceRow[]): number =>
  rows.reduce((top, row) => Math.max(top, row.key), -1) + 1

/** What is known and how, one to six; a new one takes focus, after a removal the one before it does. */
export function EvidenceRows({ decision }: { decision: Decision }) {
  const { t } = useTranslation('protections')
  const rows = decision.values.evidence
  const list = useRef<HTMLDivElement>(null)
  const [goTo, setGoTo] = useState<number | null>(null)
  useEffect(() => {
    if (goTo === null) return
    list.current?.querySelector<HTMLElement>(`#${fieldId(`evidence.${goTo}.kind`)}`)?.focus()
    setGoTo(null)
  }, [goTo])
  const change = (key: number, part: Partial<EvidenceRow>) =>
    decision.set({ evidence: rows.map((row) => (row.key === key ? { ...row, ...part } : row)) })
  const remove = (key: number, index: number) => {
    decision.set({ evidence: rows.filter((row) => row.key !== key) })
    setGoTo(Math.max(0, index - 1))
  }
  const add = () => {
    decision.set({ evidence: [...rows, blankEvidence(nextKey(rows))] })
    setGoTo(rows.length)
  }
  return (
    <div ref={list}>
      <p className="govuk-hint">{t('evidence.hint')}</p>
      {rows.map((row, index) => (
        <EvidenceBoxes
          key={row.key}
          row={row}
          index={index}
          errorOf={decision.errorOf}
          onChange={(part) => change(row.key, part)}
          onRemove={rows.length > 1 ? () => remove(row.key, index) : undefined}
        />
      ))}
      {rows.length < EVIDENCE_MAX ? (
        <Button kind="secondary" onClick={add}>
          {t('evidence.add')}
        </Button>
      ) : null}
    </div>
  )
}

interface BoxesProps {
  row: EvidenceRow
  index: number
  errorOf: Decision['errorOf']
  onChange: (part: Partial<EvidenceRow>) => void
  onRemove: (() => void) | undefined
}

function EvidenceBoxes({ row, index, errorOf, onChange, onRemove }: BoxesProps) {
  const { t } = useTranslation('protections')
  const name = `evidence.${index}`
  return (
    <Fieldset name={name} legend={t('evidence.title', { count: index + 1 })}>
      <Select
        name={`${name}.kind`}
        label={t('evidence.kind')}
        value={row.kind}
        onChange={(event) => onChange({ kind: event.target.value as EvidenceKind })}
        options={EVIDENCE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <TextArea
        rows={3}
        name={`${name}.statement`}
        label={t('evidence.statement')}
        error={errorOf(`${name}.statement`) ?? (index === 0 ? errorOf('evidence') : undefined)}
        maxCharacters={600}
        value={row.statement}
        onChange={(event) => onChange({ statement: event.target.value })}
      />
      <TextField
        optional
        type="url"
        name={`${name}.link`}
        label={t('evidence.link')}
        hint={t('evidence.linkHint')}
        error={errorOf(`${name}.link`)}
        maxLength={500}
        autoComplete="off"
        value={row.link}
        onChange={(event) => onChange({ link: event.target.value })}
      />
      {onRemove ? (
        <button type="button" className="hcw-link-button" onClick={onRemove}>
          {t('evidence.remove', { count: index + 1 })}
        </button>
      ) : null}
    </Fieldset>
  )
}
