import { type Challenge, challengesContract } from '@howcanwe/shared/challenges'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { AnswerFor } from '../../features/interests/answer-for.tsx'
import { useMyInterests } from '../../features/interests/interests.queries.ts'
import { Odds } from '../../features/interests/odds.tsx'
import { queryFor } from '../../lib/api.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useSession } from '../../lib/session.ts'
import {
  ButtonLink,
  Columns,
  Link,
  Loading,
  Notice,
  PageHeading,
  Radios,
  SideNote,
} from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'

/** Odds and time first, then five questions (EI1, J-01). */
export function ExpressInterestPage() {
  const { slug = '' } = useParams()
  const query = useQuery(queryFor(challengesContract.read, { params: { slug } }))
  return <Loaded query={query}>{(challenge) => <Interest challenge={challenge} />}</Loaded>
}

function Interest({ challenge }: { challenge: Challenge }) {
  const { t } = useTranslation('interests')
  const open = challenge.state === 'open'
  const sent = useHasSent(challenge)
  return (
    <>
      <PageHeading
        title={t(sent ? 'page.titleSent' : 'page.title')}
        caption={
          <Link to={paths.challenge({ slug: challenge.slug })} className="govuk-link">
            {challenge.question}
          </Link>
        }
      />
      {open && !sent ? <Odds challenge={challenge} /> : null}
      <Columns
        aside={open ? <Beside challenge={challenge} /> : undefined}
        asideLabel={t('page.stuck')}
      >
        <WhoAnswers challenge={challenge} />
      </Columns>
    </>
  )
}

/** Every organisation of this person here has answered: then the page is about what was sent. */
function useHasSent(challenge: Challenge): boolean {
  const { me } = useSession()
  const mine = me?.organisations.filter((o) => o.placeId === challenge.placeId) ?? []
  const { data } = useMyInterests(mine.length > 0)
  const answered = (organisationId: string) =>
    data?.items.some(
      (i) =>
        i.challenge.id === challenge.id &&
        i.organisation.id === organisationId &&
        i.state !== 'withdrawn',
    ) ?? false
  return mine.length > 0 && mine.every((o) => answered(o.id))
}

/** Whom to ring, and what happens then. */
function Beside({ challenge }: { challenge: Challenge }) {
  const { t } = useTranslation('interests')
  const place = usePlace()
  return (
    <>
      {place ? (
        <SideNote title={t('page.stuck')}>
          <p className="govuk-body">{t('page.stuckText')}</p>
          <Contact contact={place.contact} />
        </SideNote>
      ) : null}
      <SideNote title={t('page.afterTitle')}>
        <p className="govuk-body">{t('page.after', { person: challenge.asker.person })}</p>
      </SideNote>
    </>
  )
}

/** A visitor signs in, somebody without an organisation registers one; both come back here. */
function WhoAnswers({ challenge }: { challenge: Challenge }) {
  const { t } = useTranslation('interests')
  const { status, me } = useSession()
  const mine = me?.organisations.filter((o) => o.placeId === challenge.placeId) ?? []
  const [chosen, setChosen] = useState<string>()
  if (status === 'loading') return <Loading />
  const organisation = mine.find((o) => o.id === chosen) ?? mine[0]
  if (!organisation) {
    if (challenge.state !== 'open') return <Closed challenge={challenge} />
    return <FirstThis slug={challenge.slug} step={me ? 'register' : 'signIn'} />
  }
  return (
    <>
      {mine.length > 1 ? (
        <Radios
          name="for"
          legend={t('page.for')}
          value={organisation.id}
          onChange={async ({ target }) => setChosen(target.value)}
          choices={mine.map((o) => ({ value: o.id, label: o.name }))}
        />
      ) : null}
      <AnswerFor
        key={organisation.id}
        challenge={challenge}
        organisation={organisation}
        closed={<Closed challenge={challenge} />}
        doors={<Doors />}
      />
    </>
  )
}

function FirstThis({ slug, step }: { slug: string; step: 'signIn' | 'register' }) {
  const { t } = useTranslation('interests')
  const next = paths.interest({ slug })
  const to =
    step === 'signIn' ? paths.signIn({}, { next }) : paths.registerOrganisation({}, { next })
  return (
    <>
      <h2 className="govuk-heading-m">{t(`page.${step}Title`)}</h2>
      <p className="govuk-body">{t(`page.${step}`)}</p>
      <ButtonLink to={to}>{t(`page.${step}Go`)}</ButtonLink>
    </>
  )
}

function Closed({ challenge }: { challenge: Challenge }) {
  const { t } = useTranslation('interests')
  const { moment } = useFormats()
  return (
    <Notice heading={t('page.closedTitle')}>
      <p className="govuk-body">{t('page.closed', { when: moment(challenge.closesAt) })}</p>
      <ButtonLink to={paths.challenges()} kind="secondary">
        {t('page.closedGo')}
      </ButtonLink>
    </Notice>
  )
}

function Doors() {
  const { t } = useTranslation('interests')
  const place = usePlace()
  return (
    <>
      {place ? <Contact contact={place.contact} /> : null}
      <p className="govuk-body">
        <Link to={paths.challenges()} className="govuk-link">
          {t('mine.otherChallenges')}
        </Link>
      </p>
    </>
  )
}
