import { rolesContract } from '@howcanwe/shared/roles'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AskForm } from '../../features/roles/ask-form.tsx'
import { OwnRoles } from '../../features/roles/own-roles.tsx'
import { useOwnRoles } from '../../features/roles/roles.queries.ts'
import { keyOf } from '../../lib/api.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, Notice, PageHeading } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { usePlace, useRoles } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** One's own roles, and a way to ask for one. */
export function MyRolesPage() {
  return (
    <SignedIn>
      <Mine />
    </SignedIn>
  )
}

function Mine() {
  const { t } = useTranslation('roles')
  const place = usePlace()
  const held = useRoles()
  const client = useQueryClient()
  const own = useOwnRoles()
  const [said, setSaid] = useState<{ id: string; text: string }>()
  const changed = (words: string) => (after: { id: string; version: number; role: string }) => {
    const text = t(`mine.${words}`, { role: t(`one.${after.role}`) })
    setSaid({ id: `${after.id} ${after.version}`, text })
    // What somebody holds is read with the session too.
    void client.invalidateQueries({ queryKey: keyOf(rolesContract.mine) })
    void client.invalidateQueries({ queryKey: ['session'] })
  }
  return (
    <>
      <PageHeading title={t('mine.title')} lead={t('mine.lead')} />
      {said ? <Notice key={said.id} kind="success" heading={said.text} focus /> : null}
      <Loaded query={own} lines={4}>
        {({ items }) => <OwnRoles items={items} onLaidDown={changed('laidDown')} />}
      </Loaded>
      <h2 className="govuk-heading-m">{t('ask.title')}</h2>
      <p className="govuk-body">{t('ask.text')}</p>
      {place ? <AskForm key={place.id} placeId={place.id} onAsked={changed('asked')} /> : null}
      <ul className="govuk-list">
        {held.includes('steward') ? (
          <li>
            <Link className="govuk-link" to={paths.roles()}>
              {t('mine.toDesk')}
            </Link>
          </li>
        ) : null}
        <li>
          <Link className="govuk-link" to={paths.peopleHere()}>
            {t('here.title')}
          </Link>
        </li>
      </ul>
    </>
  )
}
