import { useTranslation } from 'react-i18next'
import { useDecisions } from '../features/decisions/decisions.queries.ts'
import { useGroupSessions } from '../features/sessions/sessions.queries.ts'
import { useFormats } from '../lib/format.ts'
import { Link } from '../ui/index.ts'
import { further } from './further-paths.ts'

/** What is printed for a session to come, and for a decision that is open. */
export function PapersOfNow({ groupId }: { groupId: string }) {
  const { t } = useTranslation('group-paper')
  const { span } = useFormats()
  const sessions = useGroupSessions(groupId).data?.items ?? []
  const decisions = useDecisions(groupId).data?.items ?? []
  const coming = sessions.filter(({ isOver, state }) => !isOver && state !== 'cancelled')
  const open = decisions.filter(({ state }) => state === 'open')
  if (coming.length + open.length === 0) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('now.title')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {coming.map(({ id: sessionId, startsAt, endsAt }) => (
          <li key={sessionId}>
            {span(startsAt, endsAt)}:{' '}
            <Link className="govuk-link" to={further.agendaSheet({ groupId, sessionId })}>
              {t('now.agenda')}
            </Link>
            ,{' '}
            <Link className="govuk-link" to={further.signInSheet({ groupId, sessionId })}>
              {t('now.sheet')}
            </Link>
          </li>
        ))}
        {open.map(({ id: decisionId, number }) => (
          <li key={decisionId}>
            <Link className="govuk-link" to={further.ballotSheet({ groupId, decisionId })}>
              {t('now.ballot', { number })}
            </Link>
            ,{' '}
            <Link className="govuk-link" to={further.decision({ groupId, decisionId })}>
              {t('now.typeIn')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
