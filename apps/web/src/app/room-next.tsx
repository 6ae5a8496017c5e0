import type { Decision } from '@howcanwe/shared/decisions'
import type { SessionsOfGroup } from '@howcanwe/shared/sessions'
import { useTranslation } from 'react-i18next'
import { useDecisions } from '../features/decisions/decisions.queries.ts'
import { capital } from '../features/sessions/capital.ts'
import { useGroupSessions } from '../features/sessions/sessions.queries.ts'
import { useFormats } from '../lib/format.ts'
import { Link } from '../ui/index.ts'
import { further } from './further-paths.ts'

/** What comes next in a group, before everything else there is: its next session, and decisions open for answers. */
export function RoomNext({ groupId, isIn }: { groupId: string; isIn: boolean }) {
  const { t } = useTranslation('codesign')
  const session = useGroupSessions(groupId).data?.items.find(isToCome)
  const open = (useDecisions(groupId).data?.items ?? []).filter(isAsked)
  if (!session && open.length === 0) return null
  return (
    <section className="hcw-next" aria-labelledby="next">
      <h2 id="next" className="govuk-heading-m">
        {t('now.title')}
      </h2>
      <ul className="hcw-doors">
        {session ? <NextSession groupId={groupId} session={session} isIn={isIn} /> : null}
        {open.map((decision) => (
          <OpenDecision key={decision.id} groupId={groupId} decision={decision} />
        ))}
      </ul>
    </section>
  )
}

type Session = SessionsOfGroup['items'][number]

const isToCome = ({ isOver, state }: Session) => !isOver && state !== 'cancelled'

/** Whoever has answered is done with it. */
const isAsked = ({ state, mine }: Decision) => state === 'open' && !mine?.answer

interface NextSessionProps {
  groupId: string
  session: Session
  /** Takes part, and so is asked whether they come. */
  isIn: boolean
}

function NextSession({ groupId, session, isIn }: NextSessionProps) {
  const { t } = useTranslation('codesign')
  const { span } = useFormats()
  const { id: sessionId, reply, venue } = session
  return (
    <li>
      <Link className="govuk-link hcw-doors__link" to={further.session({ groupId, sessionId })}>
        {capital(span(session.startsAt, session.endsAt))}
      </Link>
      <span>
        {t('now.session', { venue })}{' '}
        {isIn ? <strong>{t(reply ? `now.reply.${reply}` : 'now.ask')}</strong> : null}
      </span>
    </li>
  )
}

function OpenDecision({ groupId, decision }: { groupId: string; decision: Decision }) {
  const { t } = useTranslation('codesign')
  return (
    <li>
      <Link
        className="govuk-link hcw-doors__link"
        to={further.decision({ groupId, decisionId: decision.id })}
      >
        {decision.versions.at(0)?.wording.text}
      </Link>
      <span>{t(decision.mine?.may ? 'now.decisionMine' : 'now.decision')}</span>
    </li>
  )
}
