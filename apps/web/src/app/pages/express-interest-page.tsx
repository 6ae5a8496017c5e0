import { type Challenge, challengesContract, isBeforeOpening } from '@howcanwe/shared/challenges'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { MyAnswer } from '../../features/cohorts/my-answer.tsx'
import { AnswerFor } from '../../features/interests/answer-for.tsx'
import { AnswerTime } from '../../features/interests/answer-time.tsx'
import { EligibilityCheck } from '../../features/interests/eligibility.tsx'
import { isOf, useMyInterests } from '../../features/interests/interests.queries.ts'
import { Odds, WhoReads } from '../../features/interests/odds.tsx'
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
import { AgreementDoor } from '../agreement-door.tsx'
import { Contact } from '../contact.tsx'
import { further } from '../further-paths.ts'
import { GuardNote } from '../guard-note.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { TogetherHere } from '../together-here.tsx'

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
      <Columns aside={open ? <Beside /> : undefined} asideLabel={t('page.stuck')}>
        {open && !sent ? <First challenge={challenge} /> : null}
        {open && !sent ? <TogetherHere /> : null}
        <WhoAnswers challenge={challenge} />
      </Columns>
    </>
  )
}

/** Before the first question: who reads it and when one hears, whether it fits, how long it took others (FR-14). */
function First({ challenge }: { challenge: Challenge }) {
  const place = usePlace()
  return (
    <>
      <WhoReads challenge={challenge} />
      <AnswerTime placeId={challenge.placeId} promise={challenge.answerMinutes} />
      <EligibilityCheck questions={challenge.eligibility} contact={place?.contact} />
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
      (i) => i.challenge.id === challenge.id && isOf(i, organisationId) && i.state !== 'withdrawn',
    ) ?? false
  return mine.length > 0 && mine.every((o) => answered(o.id))
}

/** Whom to ring. */
function Beside() {
  const { t } = useTranslation('interests')
  const place = usePlace()
  if (!place) return null
  return (
    <SideNote title={t('page.stuck')}>
      <p className="govuk-body">{t('page.stuckText')}</p>
      <Contact contact={place.contact} />
    </SideNote>
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
        guard={(adding) => <GuardNote organisationId={organisation.id} adding={adding} />}
        asOne={({ why, togetherWith }) => (
          <AsOne slug={challenge.slug} carried={{ purpose: why, find: togetherWith }} />
        )}
        answer={(interestId) => (
          <>
            <AgreementDoor from="cohort" fromId={challenge.id} organisationId={organisation.id} />
            <MyAnswer interestId={interestId} />
          </>
        )}
      />
    </>
  )
}

/** Answering as one is another page: what is typed here stays as a draft, and comes along as a beginning. */
function AsOne({ slug, carried }: { slug: string; carried: object }) {
  const { t } = useTranslation('interests')
  return (
    <p className="govuk-body">
      {t('togetherWith.asOne')}{' '}
      <Link className="govuk-link" to={further.startTogether({ slug })} state={carried}>
        {t('togetherWith.go')}
      </Link>
    </p>
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

/** Why nobody can answer now: it is over, stands still, or has not begun. */
function Closed({ challenge }: { challenge: Challenge }) {
  const { t } = useTranslation('interests')
  const { moment, day } = useFormats()
  const { state, pausedUntil } = challenge
  if (state === 'paused') {
    return (
      <Notice heading={t('start.pausedTitle')}>
        <p className="govuk-body">
          {pausedUntil ? t('start.paused', { day: day(pausedUntil) }) : t('start.pausedOpen')}
        </p>
      </Notice>
    )
  }
  if (isBeforeOpening(state)) {
    return (
      <Notice heading={t('start.notYetTitle')}>
        <p className="govuk-body">{t('start.notYet')}</p>
      </Notice>
    )
  }
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
