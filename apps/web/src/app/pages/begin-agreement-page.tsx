import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { useParties } from '../../features/agreements/agreements.queries.ts'
import { BeginForm, isSource, type Source } from '../../features/agreements/begin-form.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { useSession } from '../../lib/session.ts'
import { EmptyState, Link, PageHeading, Radios } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { SignedIn } from '../signed-in.tsx'

/** Begins an agreement: from a team, an answer together, an introduction, or with whom one likes (BR5). */
export function BeginAgreementPage() {
  const { t } = useTranslation('agreements')
  return (
    <SignedIn>
      <PageHeading
        title={t('begin.title')}
        lead={t('begin.lead')}
        caption={
          <Link to={further.agreements()} className="govuk-link">
            {t('list.title')}
          </Link>
        }
      />
      <Begin />
    </SignedIn>
  )
}

function Begin() {
  const { t } = useTranslation('agreements')
  const { me } = useSession()
  const [search] = useSearchParams()
  const [chosen, setChosen] = useState(search.get('o') ?? '')
  const own = me?.organisations ?? []
  const organisation = own.find((one) => one.id === chosen) ?? own[0]
  const given = search.get('from')
  const fromId = search.get('id')
  const from = isSource(given) && fromId ? given : 'chosen'
  if (!organisation) return <EmptyState>{t('list.none')}</EmptyState>
  return (
    <>
      {own.length > 1 && from === 'chosen' ? (
        <Radios
          name="for"
          legend={t('begin.as')}
          value={organisation.id}
          onChange={async ({ target }) => setChosen(target.value)}
          choices={own.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <From key={organisation.id} from={from} fromId={fromId} organisationId={organisation.id} />
    </>
  )
}

interface FromProps {
  from: Source
  fromId: string | null
  organisationId: string
}

function From({ from, fromId, organisationId }: FromProps) {
  const navigate = useNavigate()
  const query = useParties({ from, organisationId, ...(fromId ? { fromId } : {}) })
  const onBegun = (agreementId: string) => navigate(further.agreement({ agreementId }))
  const form = { from, organisationId, onBegun }
  if (from === 'chosen') return <BeginForm {...form} fromId={null} title="" brought={[]} />
  return (
    <Loaded query={query} lines={4}>
      {({ title, items }) => <BeginForm {...form} fromId={fromId} title={title} brought={items} />}
    </Loaded>
  )
}
