import { actorsContract, type MapEntry } from '@howcanwe/shared/actors'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMapEntry } from '../../features/actors/actors.queries.ts'
import { EntryForm } from '../../features/actors/entry-form.tsx'
import { TieList } from '../../features/actors/tie-list.tsx'
import { keyOf } from '../../lib/api.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, Notice, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { OwnOrganisation } from '../own-organisation.tsx'
import { SignedIn } from '../signed-in.tsx'

/** What the map says of one's own organisation, and how well it knows others (PL3). */
export function MapEntryPage() {
  const { t } = useTranslation('actors')
  return (
    <SignedIn>
      <OwnOrganisation page={further.mapEntry} title={t('entry.title')}>
        {(own, _, hats) => (
          <>
            <PageHeading title={t('entry.title')} lead={t('entry.lead')} />
            {hats}
            <Entry key={own.id} organisationId={own.id} />
          </>
        )}
      </OwnOrganisation>
    </SignedIn>
  )
}

function Entry({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation('actors')
  const client = useQueryClient()
  const query = useMapEntry(organisationId)
  const [saved, setSaved] = useState(0)
  const keep = (entry: MapEntry) => {
    client.setQueryData(keyOf(actorsContract.entry, { params: { organisationId } }), entry)
    void client.invalidateQueries({ queryKey: keyOf(actorsContract.map) })
    setSaved(saved + 1)
  }
  return (
    <Loaded query={query} lines={6}>
      {(entry) => (
        <>
          {saved > 0 ? (
            <Notice key={saved} kind="success" heading={t('entry.saved')} focus />
          ) : null}
          <EntryForm key={entry.version} entry={entry} onSaved={keep} />
          <TieList entry={entry} onSaved={keep} />
          <p className="govuk-body">
            <Link className="govuk-link" to={further.map()}>
              {t('entry.toMap')}
            </Link>
          </p>
        </>
      )}
    </Loaded>
  )
}
