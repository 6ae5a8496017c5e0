import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useJoint } from '../../features/joint-interests/joint.queries.ts'
import { JointView } from '../../features/joint-interests/joint-view.tsx'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, Link, PageHeading, SideNote } from '../../ui/index.ts'
import { AgreementDoor } from '../agreement-door.tsx'
import { Contact } from '../contact.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** One answer that several organisations send as one (EI3, J-12). */
export function TogetherPage() {
  return (
    <SignedIn>
      <Joint />
    </SignedIn>
  )
}

function Joint() {
  const { t } = useTranslation('joint-interests')
  const { moment } = useFormats()
  const { jointInterestId = '' } = useParams()
  const [search] = useSearchParams()
  const place = usePlace()
  const navigate = useNavigate()
  const query = useJoint(jointInterestId, search.get('o') ?? undefined)
  const aside = place ? (
    <SideNote title={t('page.contact')}>
      <Contact contact={place.contact} />
    </SideNote>
  ) : undefined
  return (
    <Loaded query={query} lines={8}>
      {(joint) => (
        <>
          <PageHeading
            title={t(joint.mine.state === 'invited' ? 'page.invitedTitle' : 'page.title')}
            caption={
              <Link to={paths.challenge({ slug: joint.challenge.slug })} className="govuk-link">
                {joint.challenge.question}
              </Link>
            }
          />
          <p className="govuk-body">
            {t('page.closes', { when: moment(joint.challenge.closesAt) })}
          </p>
          <Columns aside={aside} asideLabel={t('page.contact')}>
            <JointView joint={joint} onLeft={(slug) => navigate(paths.interest({ slug }))} />
            {joint.mine.state === 'joined' && joint.countsAs ? (
              <AgreementDoor
                from="joint-interest"
                fromId={joint.id}
                organisationId={joint.mine.organisationId}
              />
            ) : null}
          </Columns>
        </>
      )}
    </Loaded>
  )
}
