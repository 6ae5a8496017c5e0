import type { SessionInside } from '@howcanwe/shared/sessions'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { momentIn } from '../../features/codesign/local-time.ts'
import { PlanFelt } from '../../features/sessions/felt-typing.tsx'
import { PlanAfter } from '../../features/sessions/plan-after.tsx'
import { PlanAgenda } from '../../features/sessions/plan-agenda.tsx'
import { PlanChange } from '../../features/sessions/plan-change.tsx'
import { PlanNeeds } from '../../features/sessions/plan-needs.tsx'
import { PlanRings, PlanSheet } from '../../features/sessions/plan-people.tsx'
import { PlanReplies } from '../../features/sessions/plan-replies.tsx'
import { PlanSteps } from '../../features/sessions/plan-steps.tsx'
import { useGroupSession, usePlan } from '../../features/sessions/sessions.queries.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, Link, PageHeading, SideNote } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** What whoever runs a group has to see to before, at and after one session. */
export function SessionPlanPage() {
  const { groupId = '', sessionId = '' } = useParams()
  return (
    <SignedIn>
      <Found groupId={groupId} sessionId={sessionId} />
    </SignedIn>
  )
}

function Found(at: { groupId: string; sessionId: string }) {
  const session = useGroupSession(at)
  return <Loaded query={session}>{(found) => <Plan session={found} at={at} />}</Loaded>
}

interface PlanProps {
  session: SessionInside
  at: { groupId: string; sessionId: string }
}

function Plan({ session, at }: PlanProps) {
  const { t } = useTranslation('sessions')
  const { span } = useFormats()
  const plan = usePlan(at)
  const zone = usePlace()?.timeZone ?? 'Europe/London'
  return (
    <Loaded query={plan}>
      {(found) => (
        <>
          <PageHeading
            title={t('plan.title', { when: span(session.startsAt, session.endsAt) })}
            caption={session.groupName}
          />
          <Columns aside={<Ways at={at} />} asideLabel={t('plan.ways')}>
            <PlanSteps session={session} plan={found} />
            <PlanRings plan={found} at={at} />
            <PlanNeeds session={session} plan={found} at={at} />
            <PlanReplies session={session} plan={found} at={at} />
            <PlanSheet session={session} plan={found} at={at} />
            <PlanFelt session={session} plan={found} at={at} />
            <PlanAgenda session={session} plan={found} at={at} />
            <PlanAfter session={session} plan={found} at={at} />
            <PlanChange session={session} at={at} zone={zone} momentIn={momentIn} />
          </Columns>
        </>
      )}
    </Loaded>
  )
}

function Ways({ at }: { at: PlanProps['at'] }) {
  const { t } = useTranslation('sessions')
  return (
    <SideNote title={t('plan.ways')}>
      <ul className="govuk-list">
        <li>
          <Link className="govuk-link" to={further.session(at)}>
            {t('plan.asSeen')}
          </Link>
        </li>
        <li>
          <Link className="govuk-link" to={further.signInSheet(at)}>
            {t('plan.print')}
          </Link>
        </li>
        <li>
          <Link className="govuk-link" to={further.sessions({ groupId: at.groupId })}>
            {t('list.all')}
          </Link>
        </li>
      </ul>
    </SideNote>
  )
}
