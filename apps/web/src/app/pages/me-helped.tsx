import type { Supported } from '@howcanwe/shared/supporters'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Agreement } from '../../features/consents/agreement.tsx'
import { useWordings, wordingFor } from '../../features/consents/consents.queries.ts'
import { AskForm } from '../../features/supporters/ask-form.tsx'
import { SupporterList } from '../../features/supporters/supporter-list.tsx'
import { SupportingList } from '../../features/supporters/supporting-list.tsx'
import { WhatICanDo } from '../../features/supporters/what-i-can-do.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { type Acting, useSession } from '../../lib/session.ts'
import { Link, PageHeading } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { useProof } from '../proving.tsx'

/** Somebody who helps me: who it is, what they did, and asking another. */
export function Helped() {
  const wordings = useWordings()
  const place = usePlace()
  const { prove, step } = useProof()
  return (
    <>
      <SupporterList />
      {step}
      <Loaded query={wordings}>
        {({ items }) => {
          const wording = wordingFor(items, 'supporter')
          if (!wording || !place) return null
          const sentences = (name: string) => <Agreement wordings={[wording]} name={name.trim()} />
          return (
            <AskForm
              timeZone={place.timeZone}
              agreement={{ version: wording.version, sentences }}
              prove={prove}
            />
          )
        }}
      </Loaded>
    </>
  )
}

/** People I help. */
export function Helping() {
  const navigate = useNavigate()
  const begin = ({ scopes }: Supported) =>
    navigate(scopes.includes('groups') ? paths.groups() : paths.today())
  return <SupportingList onActing={begin} />
}

/** In place of everything about oneself while somebody does things for another. */
export function ActingPage({ acting }: { acting: Acting }) {
  const { t } = useTranslation('supporters')
  const { me } = useSession()
  return (
    <>
      <PageHeading title={t('acting.title', { name: acting.name })} />
      <WhatICanDo
        name={acting.name}
        links={
          <ul className="govuk-list govuk-list--bullet">
            <li>
              <Link className="govuk-link" to={paths.groups()}>
                {t('acting.toGroups')}
              </Link>
            </li>
            {me?.organisations.length ? (
              <li>
                <Link className="govuk-link" to={paths.today()}>
                  {t('acting.toToday')}
                </Link>
              </li>
            ) : null}
          </ul>
        }
      />
    </>
  )
}
