import type { Capacity } from '@howcanwe/shared/organisations'
import type { Place } from '@howcanwe/shared/places'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type FieldError,
  fieldErrorsOf,
  fieldSentence,
  isProblem,
  sentenceOf,
} from '../../lib/errors.ts'
import { Button, ErrorSummary } from '../../ui/index.ts'
import { gapsIn, onlySaid, type Said, saidBy, type Values, valuesOf } from './capacity.ts'
import { CapacityConflict, type ConflictWords } from './capacity-conflict.tsx'
import { CapacityFields } from './capacity-fields.tsx'

export interface TypedCapacityProps {
  /** As it was read just now: what is typed is sent over this version. */
  capacity: Capacity
  place: Place
  /** Who asked, and that it was read back. */
  extra: ReactNode
  /** Words of the button. */
  go: string
  /** Where somebody of theirs said something else in between. */
  conflict: ConflictWords
  onSend: (said: Said, version: number) => Promise<void>
  /** Reads what is stored now. */
  onStale: () => Promise<Capacity>
}

/** What the service refused, or what stopped it: one sentence each. */
interface Refused {
  fields: FieldError[]
  whole: unknown
}
const NOTHING: Refused = { fields: [], whole: null }

function useTypedCapacity({ capacity, onSend, onStale }: TypedCapacityProps) {
  const [values, setValues] = useState<Values>(() => valuesOf(capacity))
  const [over, setOver] = useState(capacity)
  const [theirs, setTheirs] = useState<Capacity | null>(null)
  const [refused, setRefused] = useState<Refused>(NOTHING)
  const [busy, setBusy] = useState(false)
  const said = () => saidBy(values, onlySaid(over))
  const send = async () => {
    const fields = gapsIn(values)
    setRefused({ fields, whole: null })
    if (fields.length > 0) return
    setBusy(true)
    try {
      await onSend(said(), over.version)
    } catch (error) {
      if (isProblem(error, 'request.stale')) setTheirs(await onStale())
      else {
        const own = fieldErrorsOf(error)
        setRefused({ fields: own, whole: own.length > 0 ? null : error })
      }
    } finally {
      setBusy(false)
    }
  }
  const keep = (whose: 'mine' | 'theirs') => {
    if (!theirs) return
    setOver(theirs)
    if (whose === 'theirs') setValues(valuesOf(theirs))
    setTheirs(null)
  }
  return {
    values,
    set: (change: Partial<Values>) => setValues((before) => ({ ...before, ...change })),
    refused,
    busy,
    send,
    conflict: theirs ? { mine: said(), theirs, keep } : null,
  }
}

/**
 * The same questions an organisation answers of itself, typed by a broker for somebody on the telephone or from paper. All
 * of it is sent at once, after it was read back; nothing is kept on the device.
 */
export function TypedCapacity(props: TypedCapacityProps) {
  const { t } = useTranslation(['organisations', 'problems'])
  const { values, set, refused, busy, send, conflict } = useTypedCapacity(props)
  const sentence = (error: FieldError) => fieldSentence(t, error, 'organisations')
  const errorOf = (name: string) => {
    const found = refused.fields.find((error) => error.name === name)
    return found && sentence(found)
  }
  const summary = refused.fields.map((error) => ({ name: error.name, message: sentence(error) }))
  const whole = refused.whole ? [{ message: sentenceOf(t, refused.whole) }] : []
  return (
    <form
      noValidate
      aria-label={t('organisations:capacity.title')}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <ErrorSummary errors={[...summary, ...whole]} />
      {conflict ? <CapacityConflict conflict={conflict} words={props.conflict} /> : null}
      <CapacityFields values={values} set={set} errorOf={errorOf} currency={props.place.currency} />
      {props.extra}
      <Button type="submit" busy={busy}>
        {props.go}
      </Button>
    </form>
  )
}
