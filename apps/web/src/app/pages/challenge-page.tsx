import type { Challenge } from '@howcanwe/shared/challenges'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ChangeLog } from '../../features/amendments/change-log.tsx'
import { useChallenge } from '../../features/challenges/challenges.queries.ts'
import { ChallengeView } from '../../features/challenges/view/challenge-view.tsx'
import { GroupList } from '../../features/codesign/group-list.tsx'
import { useGroupsOf } from '../../features/codesign/groups.queries.ts'
import { AnswersClock } from '../../features/cohorts/answers-clock.tsx'
import { WhatHappened } from '../../features/cohorts/what-happened.tsx'
import { AnswerTime } from '../../features/interests/answer-time.tsx'
import { QuestionsSection } from '../../features/questions/questions-section.tsx'
import { isProblem } from '../../lib/errors.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useSession } from '../../lib/session.ts'
import { Link, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { FairPart } from '../fair-part.tsx'
import { FollowAnswers } from '../follow-answers.tsx'
import { HowFoundDetail } from '../how-found.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'

/** One question, for anyone to read, print and pass on. */
export function ChallengePage() {
  const { slug = '' } = useParams()
  return (
    <Loaded
      query={useChallenge(slug)}
      lines={7}
      refused={(error) => (isProblem(error, 'challenges.not_found') ? <Gone /> : null)}
    >
      {(challenge) => <Published challenge={challenge} />}
    </Loaded>
  )
}

const TeamDoor = lazy(async () => ({
  default: (await import('../agreement-door.tsx')).TeamDoor,
}))

const CoAuthors = lazy(async () => ({
  default: (await import('../co-authors-of.tsx')).CoAuthorsOf,
}))

const YouSaid = lazy(async () => ({ default: (await import('../you-said-of.tsx')).YouSaidOf }))

/** What the team agrees on one page: its door comes for those who belong somewhere, and for nobody else. */
function OfTheTeam({ challenge }: { challenge: Challenge }) {
  const { me } = useSession()
  if (!me?.organisations.length) return null
  return (
    <Suspense>
      <TeamDoor challengeId={challenge.id} placeId={challenge.placeId} />
    </Suspense>
  )
}

const SETTLED = ['formed', 'none-chosen']

function Published({ challenge }: { challenge: Challenge }) {
  const { t } = useTranslation('challenges')
  const place = usePlace()
  const { data } = useGroupsOf(challenge.id)
  const groups =
    data && data.items.length > 0 ? (
      <>
        <GroupList
          level={3}
          groups={data.items}
          to={(group) => paths.group({ groupId: group.id })}
        />
        <Suspense>
          <YouSaid groups={data.items} />
        </Suspense>
      </>
    ) : undefined
  const help = place ? (
    <SideNote title={t('help')}>
      <Contact contact={place.contact} />
    </SideNote>
  ) : undefined
  return (
    <ChallengeView
      challenge={challenge}
      interest={paths.interest({ slug: challenge.slug })}
      groups={groups}
      outcome={
        SETTLED.includes(challenge.state) ? (
          <>
            <WhatHappened challengeId={challenge.id} />
            {challenge.state === 'formed' ? <OfTheTeam challenge={challenge} /> : null}
          </>
        ) : (
          <AnswersClock challengeId={challenge.id} />
        )
      }
      questions={
        <QuestionsSection
          challengeId={challenge.id}
          asker={`${challenge.asker.person}, ${challenge.asker.organisation}`}
          askAt={paths.askQuestion({ slug: challenge.slug })}
          readers={paths.readThrough({ challengeId: challenge.id })}
          follow={<FollowAnswers challenge={challenge} />}
        />
      }
      fair={
        <>
          <FairPart
            challenge={challenge}
            times={
              <AnswerTime
                placeId={challenge.placeId}
                challengeId={challenge.id}
                promise={challenge.answerMinutes}
              />
            }
          />
          <HowFoundDetail />
        </>
      }
      log={
        <>
          <Suspense>
            <CoAuthors challengeId={challenge.id} />
          </Suspense>
          <ChangeLog challengeId={challenge.id} />
        </>
      }
      help={help}
    />
  )
}

function Gone() {
  const { t } = useTranslation('challenges')
  return (
    <>
      <PageHeading title={t('gone.title')} lead={t('gone.text')} />
      <p className="govuk-body">
        <Link to={paths.challenges()}>{t('gone.all')}</Link>
      </p>
    </>
  )
}
