import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useMyAgreements } from '../features/agreements/agreements.queries.ts'
import { useMyJoints } from '../features/joint-interests/joint.queries.ts'
import { MyJoints } from '../features/joint-interests/my-joints.tsx'
import { useSession } from '../lib/session.ts'
import { Link } from '../ui/index.ts'
import { further } from './further-paths.ts'
import { Page, page } from './page.tsx'

/** The way to what we agreed with others; nothing while there is nothing. */
function Agreements() {
  const { t } = useTranslation('agreements')
  const items = useMyAgreements(true).data?.items ?? []
  if (items.length === 0) return null
  const due = items.some((one) => one.reviewDue)
  return (
    <p className="govuk-body">
      <Link className="govuk-link" to={further.agreements()}>
        {t('list.title')}
      </Link>
      {due ? ` · ${t('list.due')}` : ''}
    </p>
  )
}

const today = page(
  async () => () => (
    <>
      <MyJoints
        belongs
        linkTo={({ id, mine }) =>
          further.together({ jointInterestId: id }, { o: mine.organisationId })
        }
      />
      <Agreements />
    </>
  ),
  ['joint-interests', 'agreements'],
)

/** What waits for me in answers together, on a page that brings no words for it. */
export const TogetherToday = () => (
  <Suspense fallback={null}>
    <Page of={today} />
  </Suspense>
)

/** Beside the questions of a challenge: answer with others, or go on with what was begun. */
function Here() {
  const { t } = useTranslation('joint-interests')
  const { slug = '' } = useParams()
  const { me } = useSession()
  const joints = useMyJoints((me?.organisations.length ?? 0) > 0)
  const own = joints.data?.items.filter((one) => one.challenge.slug === slug) ?? []
  return (
    <section>
      <h2 className="govuk-heading-m">{t('here.title')}</h2>
      {own.length === 0 ? <p className="govuk-body">{t('here.text')}</p> : null}
      <ul className="govuk-list">
        {own.map((one) => (
          <li key={one.id}>
            <Link
              className="govuk-link"
              to={further.together({ jointInterestId: one.id }, { o: one.mine.organisationId })}
            >
              {t('here.open')}
            </Link>
          </li>
        ))}
        {own.length === 0 ? (
          <li>
            <Link className="govuk-link" to={further.startTogether({ slug })}>
              {t('here.go')}
            </Link>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
const here = page(async () => Here, ['joint-interests'])

/** The same as a door on the page of one's own answer. */
export const TogetherHere = () => (
  <Suspense fallback={null}>
    <Page of={here} />
  </Suspense>
)
