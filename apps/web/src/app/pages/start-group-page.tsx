import type { Place } from '@howcanwe/shared/places'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { useFacilitators, useQuestionOf } from '../../features/codesign/codesign.queries.ts'
import { StartForm } from '../../features/codesign/start-form.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, Link, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** A commissioner or the broker starts a group for an opened question. */
export function StartGroupPage() {
  const { challengeId = '' } = useParams()
  const place = usePlace()
  return (
    <SignedIn roles={['commissioner', 'broker']}>
      {place ? <Start challengeId={challengeId} place={place} /> : null}
    </SignedIn>
  )
}

function Start({ challengeId, place }: { challengeId: string; place: Place }) {
  const { t } = useTranslation('codesign')
  const navigate = useNavigate()
  const question = useQuestionOf(challengeId)
  const facilitators = useFacilitators({ placeId: place.id, challengeId })
  const aside = (
    <>
      {question.data ? (
        <SideNote title={t('start.for')}>
          <p className="govuk-body">
            <Link className="govuk-link" to={paths.challenge({ slug: question.data.slug })}>
              {question.data.question}
            </Link>
          </p>
        </SideNote>
      ) : null}
      <SideNote title={t('group.ask')}>
        <Contact contact={place.contact} />
      </SideNote>
    </>
  )
  return (
    <>
      <PageHeading title={t('start.title')} lead={t('start.lead')} />
      <Columns aside={aside} asideLabel={t('group.ask')}>
        <Loaded query={question}>
          {() => (
            <Loaded query={facilitators}>
              {({ items }) => (
                <StartForm
                  challengeId={challengeId}
                  facilitators={items}
                  onStarted={(groupId) => navigate(paths.group({ groupId }))}
                />
              )}
            </Loaded>
          )}
        </Loaded>
      </Columns>
    </>
  )
}
