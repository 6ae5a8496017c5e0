import type { Place } from '@howcanwe/shared/places'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpenQuestions } from '../../features/challenges/board.queries.ts'
import { ChallengeNotice } from '../../features/challenges/challenge-notice.tsx'
import '../../features/challenges/challenges.scss'
import { useMyInterests } from '../../features/interests/interests.queries.ts'
import { MyInterests } from '../../features/interests/my-interests.tsx'
import { NeedsYou, useCapacityTasks } from '../../features/organisations/needs-you.tsx'
import { OrganisationState } from '../../features/organisations/organisation-view.tsx'
import {
  capacityQuery,
  organisationQuery,
} from '../../features/organisations/organisations.queries.ts'
import { useBeingRead } from '../../features/readings/being-read.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, Link, NoticeList, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { FittingToday } from '../fitting-today.tsx'
import { IntroductionsToday } from '../introductions-today.tsx'
import { OwnOrganisation } from '../own-organisation.tsx'
import { paths } from '../paths.ts'
import { SignedIn } from '../signed-in.tsx'
import { TogetherToday } from '../together-here.tsx'

/** A small charity's home: what needs it, what closes soon, what it answered (`ux.md` §5.4). */
export function TodayPage() {
  const { t } = useTranslation('organisations')
  return (
    <SignedIn>
      <OwnOrganisation page={paths.today} title={t('today.title')}>
        {(own, place, hats) => (
          <>
            <PageHeading title={t('today.title')} caption={own.name} />
            {hats}
            <Today key={own.id} organisationId={own.id} place={place} />
          </>
        )}
      </OwnOrganisation>
    </SignedIn>
  )
}

function Today({ organisationId, place }: { organisationId: string; place: Place }) {
  const { t } = useTranslation('organisations')
  const [now] = useState(() => new Date())
  const organisation = useQuery(organisationQuery(organisationId))
  const capacity = useQuery(capacityQuery(organisationId))
  const refreshAt = paths.refreshCapacity({ organisationId })
  const say = paths.capacity({}, { o: organisationId })
  const tasks = useCapacityTasks(capacity.data, { say, stillSo: refreshAt }, now)
  const open = (
    <Link className="govuk-link" to={paths.challenges()}>
      {t('register.toChallenges')}
    </Link>
  )
  const aside = (
    <>
      <SideNote title={t('register.help')}>
        <Contact contact={place.contact} />
      </SideNote>
      <SideNote title={t('today.standing')}>
        <Loaded query={organisation} lines={2}>
          {(one) => <OrganisationState organisation={one} refreshAt={refreshAt} />}
        </Loaded>
      </SideNote>
    </>
  )
  return (
    <Columns aside={aside} asideLabel={t('register.help')}>
      <Loaded query={capacity} lines={4}>
        {() => <NeedsYou tasks={tasks} />}
      </Loaded>
      <IntroductionsToday />
      <TogetherToday />
      <FittingToday />
      <ClosingSoon />
      <Readers placeId={place.id} />
      <section>
        <h2 className="govuk-heading-m">{t('today.mine')}</h2>
        <MyInterests
          belongs
          linkTo={(slug) => paths.interest({ slug })}
          emptyAction={open}
          doors={
            <>
              <Contact contact={place.contact} />
              {open}
            </>
          }
        />
      </section>
    </Columns>
  )
}

const ASKED = 8
const SHOWN = 3

/** Open questions nobody of ours has answered, the soonest to close first. */
function ClosingSoon() {
  const { t } = useTranslation('organisations')
  const open = useOpenQuestions(ASKED)
  const mine = useMyInterests(true)
  const answered = new Set(
    mine.data?.items.filter((i) => i.state !== 'withdrawn').map((i) => i.challenge.id),
  )
  const rest = open.data?.items.filter((c) => !answered.has(c.id)).slice(0, SHOWN) ?? []
  return (
    <section>
      <h2 className="govuk-heading-m">{t('today.closing')}</h2>
      <NoticeList label={t('today.closing')}>
        {rest.map((challenge) => (
          <ChallengeNotice
            key={challenge.id}
            challenge={challenge}
            to={paths.challenge({ slug: challenge.slug ?? challenge.id })}
            level={3}
          />
        ))}
      </NoticeList>
      <Link to={paths.challenges()}>{t('today.all')}</Link>
    </section>
  )
}

/** That something can be read before it opens; nothing where nothing is. */
function Readers({ placeId }: { placeId: string }) {
  const { t } = useTranslation('organisations')
  const count = useBeingRead(placeId).data?.items.length ?? 0
  if (count === 0) return null
  return (
    <section>
      <h2 className="govuk-heading-m">
        <Link className="govuk-link" to={paths.beingRead()}>
          {t('today.readers', { count })}
        </Link>
      </h2>
      <p className="govuk-body">{t('today.readersText')}</p>
    </section>
  )
}
