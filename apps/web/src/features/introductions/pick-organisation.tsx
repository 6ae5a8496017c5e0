import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Select, TextField } from '../../ui/index.ts'
import { useOrganisationsNamed } from './introductions.queries.ts'

/** An organisation of the place: a part of its name, then the one that is meant. */
export function PickOrganisation({
  name,
  label,
  placeId,
  value,
  known,
  error,
  onPick,
}: {
  name: string
  label: string
  placeId: string
  value: string
  /** One that came with the address, by its name. */
  known?: { id: string; name: string } | undefined
  error?: string | undefined
  onPick: (id: string) => void
}) {
  const { t } = useTranslation('introductions')
  const [q, setQ] = useState('')
  const found = useOrganisationsNamed(placeId, q).data?.items ?? []
  const options = [
    ...(known && !found.some((o) => o.id === known.id) ? [known] : []),
    ...found,
  ].map((o) => ({ value: o.id, label: o.name }))
  return (
    <>
      <TextField
        name={`${name}-q`}
        label={t('draft.search', { label })}
        hint={t('draft.searchHint')}
        value={q}
        onChange={(event) => setQ(event.target.value)}
        autoComplete="off"
      />
      <Select
        name={name}
        label={label}
        value={value}
        error={error}
        onChange={(event) => onPick(event.target.value)}
        placeholder={t('draft.choose')}
        options={options}
      />
    </>
  )
}
