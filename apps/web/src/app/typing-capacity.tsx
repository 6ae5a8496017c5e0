import { typedContract } from '@howcanwe/shared/cases'
import { organisationsContract } from '@howcanwe/shared/organisations'
import type { Place } from '@howcanwe/shared/places'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTypedSent } from '../features/cases/typed.queries.ts'
import { TypedFields, useTyped } from '../features/cases/typed-fields.tsx'
import type { ConflictWords } from '../features/organisations/capacity-conflict.tsx'
import { TypedCapacity } from '../features/organisations/typed-capacity.tsx'
import { queryFor, useCall } from '../lib/api.ts'
import { Loaded } from '../lib/loaded.tsx'
import { Notice } from '../ui/index.ts'
import { OwnPages } from './own-pages.tsx'

/** Whose answers differ, where somebody said something else while it was typed. */
function useConflictWords(): ConflictWords {
  const { t } = useTranslation('typed')
  return {
    conflictTitle: t('capacity.conflictTitle'),
    conflictText: t('capacity.conflictText'),
    mine: t('capacity.mine'),
    theirs: t('capacity.theirs'),
    keepMine: t('capacity.keepMine'),
    keepTheirs: t('capacity.keepTheirs'),
  }
}

export interface TypingCapacityProps {
  organisationId: string
  place: Place
  /** Somebody said so a moment ago, for the same organisation. */
  whoAsked?: string | undefined
}

/**
 * What an organisation has and can spare, typed by a broker, read back before it counts (PE3); who may not reads why, and
 * who does instead, before anybody is asked anything (§2.2).
 *
 * @param can as the service says
 */
export function TypingCapacity({
  can,
  ...given
}: TypingCapacityProps & { can: { type: boolean; capacity: boolean } }) {
  const { t } = useTranslation('typed')
  if (!can.type) return <OwnPages organisationId={given.organisationId} />
  if (!can.capacity) return <Notice heading={t('start.capacityNot')} />
  return <Typing {...given} />
}

function Typing({ organisationId, place, whoAsked }: TypingCapacityProps) {
  const { t } = useTranslation('typed')
  const call = useCall()
  const client = useQueryClient()
  const isSent = useTypedSent()
  const typing = useTyped(whoAsked)
  const words = useConflictWords()
  const [told, setTold] = useState<'sent' | 'slip' | null>(null)
  const stored = queryFor(organisationsContract.capacity, { params: { organisationId } })
  const query = useQuery({ ...stored, staleTime: 0, refetchOnWindowFocus: false })
  if (told)
    return (
      <Notice kind="success" heading={t('capacity.done')} focus>
        <p className="govuk-body">{t(`told.${told}`)}</p>
      </Notice>
    )
  return (
    <Loaded query={query} lines={8}>
      {(capacity) => (
        <TypedCapacity
          capacity={capacity}
          place={place}
          extra={<TypedFields of={typing} />}
          go={t('capacity.go')}
          conflict={words}
          onStale={async () => {
            typing.set({ readBack: false })
            return client.fetchQuery({ ...stored, staleTime: 0 })
          }}
          onSend={async (capacity, version) => {
            const typed = typing.take()
            if (!typed) return
            const ask = { params: { organisationId }, body: { capacity, typed } }
            const done = await call(typedContract.capacity, ask, { ifMatch: version })
            isSent()
            setTold(done.told)
          }}
        />
      )}
    </Loaded>
  )
}
