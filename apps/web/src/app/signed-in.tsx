import type { Role } from '@howcanwe/shared/identity'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { useSession } from '../lib/session.ts'
import { Loading, PageHeading } from '../ui/index.ts'
import { paths } from './paths.ts'
import { usePlace, useRoles } from './place.ts'
import { Asleep } from './proving.tsx'
import { Redirect } from './redirect.tsx'

export interface SignedInProps {
  /** At least one of these in this place; left out: any signed-in person. */
  roles?: readonly Role[]
  children: ReactNode
}

/**
 * Draws a page for those it is for. A visitor goes to sign in and comes back; anyone else reads a plain no. It is
 * a courtesy: what may be read or done is decided by the API.
 */
export function SignedIn({ roles, children }: SignedInProps) {
  const { status, me } = useSession()
  const place = usePlace()
  const held = useRoles()
  const { pathname, search } = useLocation()
  const { t } = useTranslation('layout')
  if (status === 'loading' || (status === 'signed-in' && !place)) return <Loading />
  if (status === 'visitor') {
    return <Redirect to={paths.signIn({}, { next: pathname + search })} />
  }
  if (roles && !roles.some((role) => held.includes(role))) {
    if (roles.some((role) => me?.asleep.includes(role))) return <Asleep />
    return (
      <>
        <PageHeading title={t('refused.title')} />
        <p className="govuk-body">{t('refused.text')}</p>
      </>
    )
  }
  return children
}
