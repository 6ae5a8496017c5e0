import { useTranslation } from 'react-i18next'
import { useRolesHere } from '../../features/roles/roles.queries.ts'
import { RolesHere } from '../../features/roles/roles-here.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, PageHeading } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'

/** Who does what here, for everyone (§2.2). */
export function PeopleHerePage() {
  const { t } = useTranslation('roles')
  const place = usePlace()
  return (
    <>
      <PageHeading title={t('here.title')} lead={t('here.lead', { place: place?.name ?? '' })} />
      <Loaded query={useRolesHere(place?.id)} lines={8}>
        {({ items }) => <RolesHere items={items} />}
      </Loaded>
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.myRoles()}>
          {t('here.ask')}
        </Link>
      </p>
    </>
  )
}
