import { typedContract } from '@howcanwe/shared/cases'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Named } from '../../features/cases/name-picker.tsx'
import { PickOrganisation } from '../../features/cases/pickers.tsx'
import { TypedList } from '../../features/cases/typed-list.tsx'
import { queryFor } from '../../lib/api.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { ButtonLink, Link, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { OwnPages } from '../own-pages.tsx'
import { usePlace } from '../place.ts'
import { TakeAlong } from '../take-along.tsx'
import { TypingDesk } from '../typing-desk.tsx'
import { TypingFor } from '../typing-for.tsx'

/** Somebody is on the telephone or at the table: what shall be typed for them (PE3)? */
export function TypeForPage() {
  return (
    <TypingDesk>
      <TypeFor />
    </TypingDesk>
  )
}

function TypeFor() {
  const { t } = useTranslation('typed')
  const place = usePlace()
  const [search] = useSearchParams()
  const [picked, setPicked] = useState<Named | null>(null)
  const organisationId = picked?.id ?? search.get('o')
  return (
    <>
      <div className="hcw-no-paper">
        <PageHeading title={t('start.title')} lead={t('start.lead')} />
        <h2 className="govuk-heading-m">{t('start.newTitle')}</h2>
        <p className="govuk-body">{t('start.newText')}</p>
        <ButtonLink to={further.typeOrganisation()} kind="secondary">
          {t('start.newGo')}
        </ButtonLink>
        <p className="govuk-body">
          <Link to={further.paperOrganisation()}>{t('start.newPaper')}</Link>
        </p>
        <h2 className="govuk-heading-m">{t('start.listedTitle')}</h2>
        {place ? (
          <PickOrganisation
            name="organisation"
            label={t('start.organisation')}
            placeId={place.id}
            picked={picked}
            onPick={setPicked}
          />
        ) : null}
      </div>
      {place && organisationId ? (
        <For key={organisationId} organisationId={organisationId} placeId={place.id} />
      ) : null}
    </>
  )
}

/** What this broker may do for the one that was chosen, as the service says. */
function For({ organisationId, placeId }: { organisationId: string; placeId: string }) {
  const { t } = useTranslation('typed')
  const query = useQuery({
    ...queryFor(typedContract.about, { params: { organisationId } }),
    staleTime: 0,
  })
  return (
    <Loaded query={query} lines={3}>
      {({ name, can }) => (
        <section aria-label={t('start.for', { name })}>
          <h2 className="govuk-heading-m">{t('start.for', { name })}</h2>
          {can.type ? (
            <TypingFor organisationId={organisationId} placeId={placeId} can={can} />
          ) : (
            <OwnPages organisationId={organisationId} />
          )}
          <Before organisationId={organisationId} />
        </section>
      )}
    </Loaded>
  )
}

/** What was typed for them before, so that nobody types it twice. */
function Before({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation('typed')
  return (
    <div className="hcw-no-paper">
      <TypedList organisationId={organisationId} to="before">
        {(list) => (
          <>
            <h3 className="govuk-heading-s">{t('before.title')}</h3>
            {list}
            <TakeAlong list="typed" about={organisationId} />
          </>
        )}
      </TypedList>
    </div>
  )
}
