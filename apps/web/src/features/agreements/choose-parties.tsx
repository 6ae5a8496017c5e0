import type { PossibleParties } from '@howcanwe/shared/agreements'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, SummaryList, TextField } from '../../ui/index.ts'
import { useParties } from './agreements.queries.ts'

type Party = PossibleParties['items'][number]

export interface ChoosePartiesProps {
  organisationId: string
  parties: readonly Party[]
  onChange: (parties: readonly Party[]) => void
  most: number
  error: string | undefined
}

/** Looks organisations of the place up by name, one after the other. */
export function ChooseParties(props: ChoosePartiesProps) {
  const { organisationId, parties, onChange, most, error } = props
  const { t } = useTranslation('agreements')
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const look = (event: FormEvent) => {
    event.preventDefault()
    setAsked(typed.trim())
  }
  const add = (one: Party) => {
    onChange([...parties, one])
    setTyped('')
    setAsked('')
  }
  return (
    <>
      {parties.length > 0 ? (
        <SummaryList
          rows={parties.map(({ id, name }) => ({
            key: id,
            label: name,
            value: '',
            action: (
              <Button
                kind="quiet"
                aria-label={t('begin.remove', { name })}
                onClick={() => onChange(parties.filter((one) => one.id !== id))}
              >
                {t('begin.removeShort')}
              </Button>
            ),
          }))}
        />
      ) : null}
      {parties.length < most ? (
        <form onSubmit={look} noValidate>
          <TextField
            name="partyIds"
            label={t('begin.find')}
            hint={t('begin.findHint')}
            error={error}
            width={20}
            autoComplete="off"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <Button type="submit" kind="secondary">
            {t('begin.look')}
          </Button>
        </form>
      ) : null}
      {asked.length < 2 ? null : (
        <FoundNamed q={asked} organisationId={organisationId} taken={parties} onAdd={add} />
      )}
    </>
  )
}

interface FoundNamedProps {
  q: string
  organisationId: string
  taken: readonly Party[]
  onAdd: (one: Party) => void
}

function FoundNamed({ q, organisationId, taken, onAdd }: FoundNamedProps) {
  const { t } = useTranslation('agreements')
  const query = useParties({ from: 'chosen', organisationId, q })
  return (
    <Loaded query={query} lines={2}>
      {({ items }) => {
        const found = items.filter((one) => !taken.some((other) => other.id === one.id))
        if (found.length === 0) return <p className="govuk-body">{t('begin.none')}</p>
        return (
          <ul className="govuk-list">
            {found.map((one) => (
              <li key={one.id}>
                <Button kind="secondary" onClick={() => onAdd(one)}>
                  {t('begin.add', { name: one.name })}
                </Button>
              </li>
            ))}
          </ul>
        )
      }}
    </Loaded>
  )
}
