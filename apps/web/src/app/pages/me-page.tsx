import { useTranslation } from 'react-i18next'
import { MyDetailsForm } from '../../features/identity/my-details-form.tsx'
import { useSession, useSignOut } from '../../lib/session.ts'
import { Button, ButtonLink, PageHeading, SummaryList } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { useRoles } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** What is kept about the person who is signed in, and how to change it. */
export function MePage() {
  return (
    <SignedIn>
      <MyDetails />
    </SignedIn>
  )
}

function MyDetails() {
  const { t } = useTranslation('identity')
  const { me } = useSession()
  const roles = useRoles()
  const signOut = useSignOut()
  if (!me) return null
  const organisations = me.organisations.map((o) => o.name).join(', ')
  return (
    <>
      <PageHeading title={t('me.title')} />
      <SummaryList
        rows={[
          { key: 'email', label: t('me.email'), value: me.email ?? t('me.none') },
          {
            key: 'roles',
            label: t('me.roles'),
            value: roles.map((r) => t(`roles.${r}`)).join(', ') || t('me.noRoles'),
          },
          {
            key: 'organisations',
            label: t('me.organisations'),
            value: organisations || t('me.noOrganisation'),
          },
        ]}
      />
      {organisations ? null : (
        <ButtonLink kind="secondary" to={paths.registerOrganisation()}>
          {t('me.register')}
        </ButtonLink>
      )}
      <MyDetailsForm key={me.id} me={me} />
      <h2 className="govuk-heading-m">{t('me.leaveTitle')}</h2>
      <p className="govuk-body">{t('me.leave')}</p>
      <Button kind="secondary" onClick={signOut}>
        {t('me.signOut')}
      </Button>
    </>
  )
}
