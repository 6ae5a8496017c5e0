import type { Place } from '@howcanwe/shared/places'
import { type Grant, rolesContract } from '@howcanwe/shared/roles'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GiveForm } from '../../features/roles/give-form.tsx'
import { RoleList } from '../../features/roles/role-list.tsx'
import { useAllRoles } from '../../features/roles/roles.queries.ts'
import { keyOf } from '../../lib/api.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Details, Link, Notice, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { useProof } from '../proving.tsx'
import { SignedIn } from '../signed-in.tsx'

/** Who has which role here, for the stewards of the place (PE2). */
export function RolesDeskPage() {
  const place = usePlace()
  return (
    <SignedIn roles={['steward']}>{place ? <Roles key={place.id} place={place} /> : null}</SignedIn>
  )
}

const isLive = ({ state }: Grant) => state === 'granted' || state === 'suspended'

function Roles({ place }: { place: Place }) {
  const { t } = useTranslation('roles')
  const client = useQueryClient()
  const roles = useAllRoles(place.id)
  const { prove, step } = useProof()
  const [said, setSaid] = useState<{ id: string; text: string }>()
  const changed = (after: Grant) => {
    const name = after.person.name ?? after.person.contact ?? t('here.noName')
    setSaid({
      id: `${after.id} ${after.version}`,
      text: t(`desk.done.${after.state}`, { name, role: t(`one.${after.role}`) }),
    })
    for (const one of [rolesContract.all, rolesContract.here])
      void client.invalidateQueries({ queryKey: keyOf(one) })
  }
  const list = { prove, onMoved: changed }
  return (
    <>
      <PageHeading title={t('desk.title')} lead={t('desk.lead')} />
      {said ? <Notice key={said.id} kind="success" heading={said.text} focus /> : null}
      {step}
      <Loaded query={roles} lines={8}>
        {({ items, things }) => (
          <>
            <RoleList
              {...list}
              title={t('desk.waiting')}
              items={items.filter(({ state }) => state === 'requested')}
            />
            <Details summary={t('give.title')}>
              <GiveForm {...{ place, things, prove, onGiven: changed }} />
            </Details>
            <RoleList {...list} title={t('desk.held')} items={items.filter(isLive)} />
            <RoleList
              {...list}
              title={t('desk.ended')}
              items={items.filter(({ state }) => state === 'ended')}
            />
          </>
        )}
      </Loaded>
      <ul className="govuk-list">
        <li>
          <Link className="govuk-link" to={paths.peopleHere()}>
            {t('here.title')}
          </Link>
        </li>
        <li>
          <Link className="govuk-link" to={further.setWeights()}>
            {t('desk.weights')}
          </Link>
        </li>
      </ul>
    </>
  )
}
