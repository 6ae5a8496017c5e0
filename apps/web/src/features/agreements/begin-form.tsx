import {
  AGREEMENT_SOURCES,
  agreementsContract,
  PARTIES,
  type PossibleParties,
} from '@howcanwe/shared/agreements'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FoundHere, KeptHere } from '../../lib/meanwhile.tsx'
import { useFaults } from '../../lib/use-faults.ts'
import { useWriting } from '../../lib/use-writing.ts'
import { Button, Checkboxes, ErrorSummary, TextField } from '../../ui/index.ts'
import { useBegin } from './agreements.queries.ts'
import { ChooseParties } from './choose-parties.tsx'

const NS = 'agreements'
type Party = PossibleParties['items'][number]

export type Source = (typeof AGREEMENT_SOURCES)[number]
export const isSource = (given: string | null): given is Source =>
  AGREEMENT_SOURCES.some((one) => one === given)

export interface BeginFormProps {
  from: Source
  /** Null for a chosen set. */
  fromId: string | null
  organisationId: string
  /** What it could be called. */
  title: string
  /** Whom the source brings; nobody yet for a chosen set. */
  brought: readonly Party[]
  onBegun: (agreementId: string) => void
}

/** Begins a page: what it is about and with whom. Whoever the source brings stands there, ticked. */
export function BeginForm(props: BeginFormProps) {
  const { from, fromId, organisationId, brought, onBegun } = props
  const { t } = useTranslation([NS, 'problems'])
  const form = useWriting(`begin:${from}:${fromId ?? organisationId}`, { title: props.title })
  const [parties, setParties] = useState<readonly Party[]>(brought)
  const faults = useFaults(NS)
  const begin = useBegin()
  const go = (event: FormEvent) => {
    event.preventDefault()
    const partyIds = parties.map((one) => one.id)
    const body = { organisationId, title: form.values.title, from, fromId, partyIds }
    const nobody = parties.length === 0 ? [{ name: 'partyIds', code: 'required' }] : []
    if (!faults.check(agreementsContract.begin.body, body, nobody)) return
    begin.mutate(body, {
      onError: faults.refuse,
      onSuccess: ({ id }) => {
        form.drop()
        onBegun(id)
      },
    })
  }
  const who = { parties, onChange: setParties, error: faults.of('partyIds') }
  return (
    <Shell
      onGo={go}
      head={
        <>
          <ErrorSummary errors={faults.summary} />
          <FoundHere of={form} ns={NS} />
          <TextField
            name="title"
            label={t('begin.name')}
            hint={t('begin.nameHint')}
            error={faults.of('title')}
            value={form.values.title}
            onChange={({ target }) => form.put('title', target.value)}
          />
        </>
      }
      who={
        from === 'chosen' ? (
          <ChooseParties {...who} organisationId={organisationId} most={PARTIES.max - 1} />
        ) : (
          <Ticked {...who} brought={brought} />
        )
      }
    >
      <p className="govuk-hint">{t('begin.goHint')}</p>
      <KeptHere of={form} ns={NS} />
      <Button type="submit" busy={begin.isPending}>
        {t('begin.go')}
      </Button>
    </Shell>
  )
}

interface ShellProps {
  onGo: (event: FormEvent) => void
  head: ReactNode
  who: ReactNode
  children: ReactNode
}

/** Looking names up is a form of its own, so what is sent stands in one above and is pressed below. */
const Shell = ({ onGo, head, who, children }: ShellProps) => (
  <>
    {head}
    {who}
    <form onSubmit={onGo} noValidate>
      {children}
    </form>
  </>
)

interface TickedProps {
  brought: readonly Party[]
  parties: readonly Party[]
  onChange: (parties: readonly Party[]) => void
  error: string | undefined
}

function Ticked({ brought, parties, onChange, error }: TickedProps) {
  const { t } = useTranslation(NS)
  const large = brought.length > PARTIES.max - 1
  const without = (id: string) => parties.filter((one) => one.id !== id)
  return (
    <Checkboxes
      name="partyIds"
      legend={t('begin.with')}
      hint={large ? t('begin.several') : t('begin.withHint')}
      error={error}
      value={parties.map((one) => one.id)}
      onChange={async ({ target }) =>
        onChange(
          target.checked
            ? brought.filter((one) => one.id === target.value || parties.includes(one))
            : without(target.value),
        )
      }
      choices={brought.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
