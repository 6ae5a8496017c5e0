import type { Capacity } from '@howcanwe/shared/organisations'
import type { Place } from '@howcanwe/shared/places'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldSentence } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, Notice, SaveStatus } from '../../ui/index.ts'
import { CapacityConflict } from './capacity-conflict.tsx'
import { CapacityFields } from './capacity-fields.tsx'
import { useCapacityEditor } from './use-capacity.ts'

/** When it was last said, and one press to say it is still so (J-08). */
function AsOf({ capacity, onConfirm }: { capacity: Capacity; onConfirm: () => void }) {
  const { t } = useTranslation('organisations')
  const formats = useFormats()
  const [confirmed, setConfirmed] = useState(false)
  if (!capacity.confirmedAt) return <p className="govuk-body">{t('capacity.never')}</p>
  const today = formats.daysUntil(capacity.confirmedAt, new Date()) === 0
  if (confirmed) return <Notice kind="success" heading={t('capacity.stillSoDone')} />
  const asOf = t('capacity.asOf', { day: formats.date(capacity.confirmedAt) })
  if (today) return <p className="govuk-body">{asOf}</p>
  return (
    <div className="hcw-as-of">
      <p className="govuk-body">{asOf}</p>
      <Button
        kind="secondary"
        onClick={() => {
          setConfirmed(true)
          onConfirm()
        }}
      >
        {t('capacity.stillSo')}
      </Button>
    </div>
  )
}

/** What an organisation has and can spare; every answer is optional and saved by itself. */
export function CapacityForm({ capacity, place }: { capacity: Capacity; place: Place }) {
  const { t } = useTranslation('organisations')
  const { values, errors, state, set, confirm, conflict } = useCapacityEditor(capacity)
  const errorOf = (name: string) => {
    const found = errors.find((error) => error.name === name)
    return found && fieldSentence(t, found, 'organisations')
  }
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <AsOf capacity={capacity} onConfirm={confirm} />
      {conflict ? <CapacityConflict conflict={conflict} /> : null}
      <CapacityFields values={values} set={set} errorOf={errorOf} currency={place.currency} />
      <div className="hcw-sticky-save">
        <SaveStatus state={state} />
      </div>
    </form>
  )
}
