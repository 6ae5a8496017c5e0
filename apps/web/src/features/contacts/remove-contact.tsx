import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, Notice, Radios } from '../../ui/index.ts'
import { useBook } from './contacts.queries.ts'

/** Takes somebody out of the book. Where they asked for it, no list brings them back. Needs `contacts`. */
export function RemoveContact({
  contactId,
  onRemoved,
}: {
  contactId: string
  onRemoved: () => void
}) {
  const { t } = useTranslation(['contacts', 'problems'])
  const { remove } = useBook()
  const [why, setWhy] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<unknown>()
  const send = (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    remove(contactId, why === 'asked').then(onRemoved, (error: unknown) => {
      setRefused(error)
      setBusy(false)
    })
  }
  return (
    <form onSubmit={send}>
      {refused ? <Notice kind="warning" heading={sentenceOf(t, refused)} focus /> : null}
      <Radios
        name="why"
        legend={t('remove.why')}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
        choices={[
          { value: 'asked', label: t('remove.asked'), hint: t('remove.askedHint') },
          { value: 'other', label: t('remove.other') },
        ]}
      />
      <Button type="submit" kind="secondary" busy={busy} disabled={why === ''}>
        {t('remove.go')}
      </Button>
    </form>
  )
}
