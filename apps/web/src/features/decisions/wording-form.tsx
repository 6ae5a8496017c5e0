import { BLOCS, type Bloc } from '@howcanwe/shared/codesign'
import { type Decision, KINDS, type Kind } from '@howcanwe/shared/decisions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { useFaults } from '../../lib/use-faults.ts'
import { Button, Checkboxes, ErrorSummary, Select, TextArea } from '../../ui/index.ts'

export interface Worded {
  text: string
  why: string
  options: string
  affects: string
  kind: Kind
  origin: Bloc
  bodyDecides: boolean
}

export const EMPTY: Worded = {
  text: '',
  why: '',
  options: '',
  affects: '',
  kind: 'ordinary',
  origin: 'residents',
  bodyDecides: false,
}

export const wordsOf = (decision: Decision): Worded => ({
  ...EMPTY,
  ...decision.versions[0]?.wording,
  kind: decision.kind,
  origin: decision.origin,
  bodyDecides: decision.bodyDecides,
})

export interface WordingFormProps {
  begin: Worded
  schema: z.ZodMiniType
  /** What of it is sent. */
  pick: (words: Worded) => object
  onSend: (body: object) => Promise<unknown>
  send: string
  /** Which questions beside the words. */
  asks?: readonly ('kind' | 'origin' | 'body')[]
}

const FIELDS = [
  { name: 'text', most: 600, rows: 3 },
  { name: 'why', most: 600, rows: 3 },
  { name: 'affects', most: 300, rows: 2 },
  { name: 'options', most: 600, rows: 3 },
] as const

/** The words of a proposal, whoever writes them: raised, made clear, or with objections taken in. */
export function WordingForm({ begin, schema, pick, onSend, send, asks = [] }: WordingFormProps) {
  const { t } = useTranslation(['decisions', 'problems'])
  const [words, setWords] = useState(begin)
  const [busy, setBusy] = useState(false)
  const faults = useFaults('decisions')
  const keepsResidents = asks.includes('body') && begin.kind !== 'ordinary'
  const kinds = keepsResidents ? KINDS.filter((kind) => kind !== 'ordinary') : KINDS
  const set = (more: Partial<Worded>) => setWords((known) => ({ ...known, ...more }))
  const submit = async () => {
    const body = pick(words)
    if (!faults.check(schema, body)) return
    setBusy(true)
    await onSend(body).catch(faults.refuse)
    setBusy(false)
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <ErrorSummary errors={faults.summary} />
      {FIELDS.map(({ name, most, rows }) => (
        <TextArea
          key={name}
          name={name}
          label={t(`form.${name}`)}
          hint={t(`form.${name}Hint`)}
          optional={name === 'options'}
          value={words[name]}
          rows={rows}
          maxCharacters={most}
          error={faults.of(name)}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      ))}
      {asks.includes('origin') ? (
        <Select
          name="origin"
          label={t('form.origin')}
          options={BLOCS.map((value) => ({ value, label: t(`blocs.${value}`) }))}
          value={words.origin}
          onChange={(event) => set({ origin: event.target.value as Bloc })}
        />
      ) : null}
      {asks.includes('kind') ? (
        <Select
          name="kind"
          label={t('form.kind')}
          hint={t(keepsResidents ? 'form.kindStays' : 'form.kindHint')}
          options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={words.kind}
          onChange={(event) => set({ kind: event.target.value as Kind })}
        />
      ) : null}
      {asks.includes('body') && words.kind === 'ordinary' ? (
        <Checkboxes
          name="bodyDecides"
          legend={t('form.body')}
          hint={t('form.bodyHint')}
          value={words.bodyDecides ? ['yes'] : []}
          onChange={(event) => set({ bodyDecides: event.target.checked })}
          choices={[{ value: 'yes', label: t('form.bodyYes') }]}
        />
      ) : null}
      <Button type="submit" busy={busy}>
        {send}
      </Button>
    </form>
  )
}
