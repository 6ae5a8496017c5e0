import { useTranslation } from 'react-i18next'
import { QueueList, type QueuePaths } from '../../features/cases/queue-list.tsx'
import { useDesk } from '../../features/challenges/challenges.queries.ts'
import { DeskList, type DeskPaths } from '../../features/challenges/desk-list.tsx'
import { AnswerClocks } from '../../features/cohorts/answer-clocks.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { ButtonLink, EmptyState, PageHeading } from '../../ui/index.ts'
import { DeskRooms } from '../desk-rooms.tsx'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { usePlace, useRoles } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'
import { TakeAlong } from '../take-along.tsx'

const to: DeskPaths = {
  edit: (challengeId) => paths.editChallenge({ challengeId }),
  page: (slug) => paths.challenge({ slug }),
  responses: (challengeId) => paths.responses({ challengeId }),
  matches: (challengeId) => paths.matches({ challengeId }),
  reading: (challengeId) => paths.followReading({ challengeId }),
  questions: (challengeId) => paths.answerQuestions({ challengeId }),
  newGroup: (challengeId) => paths.newGroup({ challengeId }),
}

const waits: QueuePaths = {
  case: (caseId) => further.case({ caseId }),
  challenge: (slug) => paths.challenge({ slug }),
  questions: (challengeId) => paths.answerQuestions({ challengeId }),
  reading: (challengeId) => paths.followReading({ challengeId }),
  matches: (challengeId) => paths.matches({ challengeId }),
  introductions: () => further.introductionsDesk(),
  hours: () => further.hoursDesk(),
  contacts: () => further.contacts(),
  proposals: () => further.proposalsDesk(),
}

/** What needs you, and by when. A broker sees every opened question of the place. */
export function DeskPage() {
  return (
    <SignedIn roles={['commissioner', 'broker']}>
      <Desk />
    </SignedIn>
  )
}

function Desk() {
  const { t } = useTranslation('challenges')
  const place = usePlace()
  const roles = useRoles()
  const [asks, brokers] = [roles.includes('commissioner'), roles.includes('broker')]
  const write = asks ? (
    <ButtonLink to={paths.newChallenge()}>{t('desk.write')}</ButtonLink>
  ) : undefined
  return (
    <>
      <PageHeading title={t('desk.title')} lead={t(asks ? 'desk.lead' : 'desk.brokerLead')} />
      {place && brokers ? (
        <>
          <QueueList placeId={place.id} paths={waits} />
          <TakeAlong list="queue" about={place.id} />
        </>
      ) : null}
      <DeskRooms />
      <Loaded query={useDesk(place?.id)} lines={5}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState action={write}>{t(asks ? 'desk.empty' : 'desk.brokerEmpty')}</EmptyState>
          ) : (
            <>
              {write}
              <DeskList items={items} paths={to} />
              {place ? <TakeAlong list="challenges" about={place.id} /> : null}
              {place && brokers ? (
                <AnswerClocks placeId={place.id} linkTo={(slug) => paths.challenge({ slug })} />
              ) : null}
            </>
          )
        }
      </Loaded>
    </>
  )
}
