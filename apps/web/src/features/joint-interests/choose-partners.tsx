import type { PossiblePartner } from '@howcanwe/shared/joint-interests'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, TextArea, TextField } from '../../ui/index.ts'
import { usePartners } from './joint.queries.ts'

export interface Invited {
  id: string
  name: string
  why: string
}

export interface ChoosePartnersProps {
  challengeId: string
  chosen: readonly Invited[]
  onChange: (chosen: Invited[]) => void
  most: number
  /** Whose name stands in the field at first. */
  find?: string
  /** Beside the reasons that are missing. */
  error?: ((one: Invited) => string | undefined) | undefined
}

/** Looks organisations up by name and says of each why it is asked. */
export function ChoosePartners({
  challengeId,
  chosen,
  onChange,
  most,
  find = '',
  error,
}: ChoosePartnersProps) {
  const { t } = useTranslation('joint-interests')
  const add = ({ id, name }: PossiblePartner) => onChange([...chosen, { id, name, why: '' }])
  const without = (id: string) => chosen.filter((one) => one.id !== id)
  return (
    <>
      {chosen.map((one) => (
        <fieldset key={one.id} className="govuk-fieldset">
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{one.name}</legend>
          <TextArea
            name={`why-${one.id}`}
            label={t('start.why', { name: one.name })}
            hint={t('start.whyHint')}
            error={error?.(one)}
            rows={2}
            maxCharacters={500}
            value={one.why}
            onChange={({ target }) =>
              onChange(chosen.map((o) => (o.id === one.id ? { ...o, why: target.value } : o)))
            }
          />
          <Button kind="secondary" onClick={() => onChange(without(one.id))}>
            {t('start.remove', { name: one.name })}
          </Button>
        </fieldset>
      ))}
      {chosen.length < most ? (
        <LookUp find={find} challengeId={challengeId} taken={chosen.map((o) => o.id)} onAdd={add} />
      ) : null}
    </>
  )
}

interface LookUpProps {
  find: string
  challengeId: string
  taken: readonly string[]
  onAdd: (one: PossiblePartner) => void
}

function LookUp({ find, challengeId, taken, onAdd }: LookUpProps) {
  const { t } = useTranslation('joint-interests')
  const [typed, setTyped] = useState(find.slice(0, 80))
  const [asked, setAsked] = useState('')
  const query = usePartners(challengeId, asked)
  const look = (event: FormEvent) => {
    event.preventDefault()
    setAsked(typed.trim())
  }
  return (
    <>
      <form onSubmit={look} noValidate>
        <TextField
          name="partner"
          label={t('start.find')}
          hint={t('start.findHint')}
          width={20}
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" kind="secondary">
          {t('start.look')}
        </Button>
      </form>
      {asked.length < 2 ? null : (
        <Loaded query={query} lines={2}>
          {({ items }) => {
            const found = items.filter((one) => !taken.includes(one.id))
            if (found.length === 0) return <p className="govuk-body">{t('start.none')}</p>
            return (
              <ul className="govuk-list">
                {found.map((one) => (
                  <li key={one.id}>
                    <Button
                      kind="secondary"
                      onClick={() => {
                        onAdd(one)
                        setTyped('')
                        setAsked('')
                      }}
                    >
                      {t('start.add', { name: one.name })}
                    </Button>
                  </li>
                ))}
              </ul>
            )
          }}
        </Loaded>
      )}
    </>
  )
}

/** A reason is a sentence somebody reads: ten letters at least, as the service asks. */
export const lacksWhy = (one: Invited): boolean => one.why.trim().length < 10
