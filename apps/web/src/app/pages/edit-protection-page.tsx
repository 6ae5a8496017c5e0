import type { Place } from '@howcanwe/shared/places'
import type { ProtectionDraft } from '@howcanwe/shared/protections'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { DecisionForm } from '../../features/protections/form/decision-form.tsx'
import { keptValues } from '../../features/protections/form/kept.ts'
import type { Values } from '../../features/protections/form/values.ts'
import { OutPanel } from '../../features/protections/out-panel.tsx'
import { useOwnProtection } from '../../features/protections/protections.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** Writing a decision to keep something; once it is out, what is left to do with it. */
export function EditProtectionPage() {
  const { protectionId = '' } = useParams()
  return (
    <SignedIn roles={['commissioner']}>
      <Desk key={protectionId} protectionId={protectionId} />
    </SignedIn>
  )
}

function Desk({ protectionId }: { protectionId: string }) {
  const place = usePlace()
  const client = useQueryClient()
  const [changed, setChanged] = useState<ProtectionDraft | null>(null)
  const take = (draft: ProtectionDraft) => {
    setChanged(draft)
    void client.invalidateQueries()
  }
  return (
    <Loaded query={useOwnProtection(protectionId)} lines={6}>
      {(read) => {
        const draft = changed ?? read
        if (!place) return null
        return draft.state === 'draft' ? (
          <Write draft={read} place={place} onPublished={take} />
        ) : (
          <Out draft={draft} justNow={changed !== null} onChanged={take} />
        )
      }}
    </Loaded>
  )
}

interface WriteProps {
  draft: ProtectionDraft
  place: Place
  onPublished: (out: ProtectionDraft) => void
}

function Write({ draft, place, onPublished }: WriteProps) {
  const { t } = useTranslation('protections')
  const [start, setStart] = useState<{ draft: ProtectionDraft; kept: Values | null } | null>(null)
  useEffect(() => {
    setStart((before) => before ?? { draft, kept: keptValues(draft.id, draft.savedAt) })
  }, [draft])
  return (
    <>
      <PageHeading title={t('form.title')} lead={t('form.lead')} />
      {start ? (
        <DecisionForm
          {...start}
          place={place}
          onPublished={onPublished}
          helpLabel={place.contact.name}
          help={
            <SideNote title={place.contact.name}>
              <Contact contact={place.contact} />
            </SideNote>
          }
        />
      ) : null}
    </>
  )
}

interface OutProps {
  draft: ProtectionDraft
  justNow: boolean
  onChanged: (after: ProtectionDraft) => void
}

function Out({ draft, justNow, onChanged }: OutProps) {
  const { t } = useTranslation('protections')
  return (
    <>
      <PageHeading title={draft.title} caption={t('out.caption')} lang={draft.language} />
      <OutPanel
        draft={draft}
        justNow={justNow}
        page={paths.protection({ slug: draft.slug ?? '' })}
        onChanged={onChanged}
      />
    </>
  )
}
