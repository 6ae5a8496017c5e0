import { type Capacity, organisationsContract as contract } from '@howcanwe/shared/organisations'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useCall } from '../../lib/api.ts'
import { type Autosave, useAutosave } from '../../lib/use-autosave.ts'
import { errorsIn, onlySaid, type Said, saidBy, type Values, valuesOf } from './capacity.ts'
import { capacityQuery } from './organisations.queries.ts'

export interface CapacityEditor {
  values: Values
  errors: ReturnType<typeof errorsIn>
  state: Autosave<Said>['state']
  /** Changes some answers; what can be saved is, by itself. */
  set: (change: Partial<Values>) => void
  /** Nothing has changed: only the day is new. */
  confirm: () => void
  /** After a conflict: what is stored now, and the two ways out. */
  conflict: {
    mine: Said
    theirs: Capacity | undefined
    keep: (whose: 'mine' | 'theirs') => void
  } | null
}

/** The profile as it is written and saved, one version after the other. */
export function useCapacityEditor(capacity: Capacity): CapacityEditor {
  const { organisationId } = capacity
  const call = useCall()
  const client = useQueryClient()
  const [values, setValues] = useState(() => valuesOf(capacity))
  const said = useRef(onlySaid(capacity))
  const version = useRef(capacity.version)

  const autosave = useAutosave<Said>({
    save: async (body) => {
      const now = await call(
        contract.changeCapacity,
        { params: { organisationId }, body },
        { ifMatch: version.current },
      )
      version.current = now.version
      client.setQueryData(capacityQuery(organisationId).queryKey, now)
      return now.confirmedAt ?? new Date()
    },
  })
  const inConflict = autosave.state.kind === 'conflict'
  const theirs = useQuery({
    ...capacityQuery(organisationId),
    queryKey: [...capacityQuery(organisationId).queryKey, 'stored-now'],
    enabled: inConflict,
    staleTime: 0,
    gcTime: 0,
  }).data

  const set = (change: Partial<Values>) => {
    const next = { ...values, ...change }
    setValues(next)
    said.current = saidBy(next, said.current)
    autosave.change(said.current)
  }
  const keep = (whose: 'mine' | 'theirs') => {
    if (!theirs) return
    version.current = theirs.version
    if (whose === 'theirs') {
      said.current = onlySaid(theirs)
      setValues(valuesOf(theirs))
    }
    autosave.settle(said.current)
  }
  return {
    values,
    errors: errorsIn(values),
    state: autosave.state,
    set,
    confirm: () => autosave.settle(said.current),
    conflict: inConflict ? { mine: said.current, theirs, keep } : null,
  }
}
