import type { Me } from '@howcanwe/shared/identity'
import { useTranslation } from 'react-i18next'
import { MyDetailsForm } from '../../features/identity/my-details-form.tsx'
import { useActing, useSession, useSignOut } from '../../lib/session.ts'
import { Button, ButtonLink, Link, PageHeading, SummaryList } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { useRoles } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'
import { ActingPage } from './me-helped.tsx'

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
  const acting = useActing()
  if (acting) return <ActingPage acting={acting} />
  if (!me) return null
  const organisations = me.organisations.map((o) => o.name).join(', ')
  return (
    <>
      <PageHeading
        title={t('me.title')}
        lead={me.displayName ? t('me.notYou', { name: me.displayName }) : undefined}
      />
      <MyDetailsForm key={me.id} me={me} />
      <h2 className="govuk-heading-m">{t('me.reachTitle')}</h2>
      <Reach me={me} />
      <h2 className="govuk-heading-m">{t('me.rolesTitle')}</h2>
      <SummaryList
        rows={[
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
      <PayDoors />
      {organisations ? null : (
        <ButtonLink kind="secondary" to={paths.registerOrganisation()}>
          {t('me.register')}
        </ButtonLink>
      )}
      <h2 className="govuk-heading-m">{t('me.moreTitle')}</h2>
      <p className="govuk-body">{t('me.moreText')}</p>
      <ul className="govuk-list govuk-list--spaced">
        {PARTS.map((part) => (
          <li key={part}>
            <Link className="govuk-link" to={paths.myPart({ part })}>
              {t(`parts.${part}.link`)}
            </Link>
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">{t('me.leaveTitle')}</h2>
      <p className="govuk-body">{t('me.leave')}</p>
      <Button kind="secondary" onClick={signOut}>
        {t('me.signOut')}
      </Button>
    </>
  )
}

/** Where money is seen to, for those who do: one link each, so that no first view carries them. */
function PayDoors() {
  const { t } = useTranslation('identity')
  const { me } = useSession()
  const held = [...useRoles(), ...(me?.asleep ?? [])]
  const doors = [
    ...(held.includes('finance-clerk') ? [['payDesk', further.payDesk()] as const] : []),
    ...(held.includes('steward') ? [['payRules', further.payRules()] as const] : []),
  ]
  if (doors.length === 0) return null
  return (
    <ul className="govuk-list">
      {doors.map(([words, to]) => (
        <li key={words}>
          <Link className="govuk-link" to={to}>
            {t(`payDoors.${words}`)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Parts of "My details" with a page of their own. */
const PARTS = [
  'roles',
  'hearing',
  'helped',
  'helping',
  'formats',
  'who-looked',
  'devices',
  'passkeys',
  'everything',
  'erase',
] as const

/** Any of these will do. */
const signsInWith = ({ email, phone, phoneProven }: Me): string =>
  [email, phoneProven ? phone : null].filter(Boolean).join(', ')

function Reach({ me }: { me: Me }) {
  const { t } = useTranslation('identity')
  const rows = [
    { key: 'email', label: t('me.email'), value: signsInWith(me) || t('me.none') },
    { key: 'phone', label: t('me.number'), value: me.phone ?? t('me.noNumber') },
    { key: 'channel', label: t('me.channel'), value: t(`channels.${me.preferredChannel}`) },
  ]
  return (
    <>
      <SummaryList rows={rows} />
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.myPart({ part: 'contact' })}>
          {t('me.changeReach')}
        </Link>
      </p>
    </>
  )
}
