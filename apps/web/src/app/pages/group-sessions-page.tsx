import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Ledger, SessionsList } from '../../features/sessions/list.tsx'
import { Reminder } from '../../features/sessions/reminder.tsx'
import { useGroupSessions } from '../../features/sessions/sessions.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, Link, PageHeading, SideNote } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { NotOpenHere } from '../not-open-here.tsx'

/** All sessions of a group from within, and what they led to (CD9). */
export function GroupSessionsPage() {
  const { t } = useTranslation('sessions')
  const { groupId = '' } = useParams()
  const sessions = useGroupSessions(groupId)
  return (
    <Loaded query={sessions} refused={() => <NotOpenHere />}>
      {(group) => (
        <>
          <PageHeading title={t('list.title')} caption={group.groupName} />
          <Columns
            asideLabel={t('ledger.title')}
            aside={
              <>
                <SideNote title={t('ledger.title')}>
                  <Ledger ledger={group.ledger} />
                </SideNote>
                {group.remind ? (
                  <SideNote title={t('remind.title')}>
                    <Reminder groupId={groupId} remind={group.remind} />
                  </SideNote>
                ) : null}
              </>
            }
          >
            <SessionsList
              group={group}
              to={(sessionId) => further.session({ groupId, sessionId })}
              plan={(sessionId) => further.sessionPlan({ groupId, sessionId })}
            />
            <p className="govuk-body">
              <Link className="govuk-link" to={further.room({ groupId })}>
                {t('list.back')}
              </Link>
            </p>
          </Columns>
        </>
      )}
    </Loaded>
  )
}
