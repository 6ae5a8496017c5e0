import type { Group, GroupSession } from '@howcanwe/shared/codesign'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Tag } from '../../ui/index.ts'
import { languageOfGroup } from './group-facts.ts'
import './codesign.scss'

const CALENDAR = '/api/v1/groups'

/** When, where, how to get there, steps or none. */
export function SessionFacts({ session, lang }: { session: GroupSession; lang?: string }) {
  const { t } = useTranslation('codesign')
  const { span } = useFormats()
  return (
    <>
      <p className="hcw-session__when">
        {span(session.startsAt, session.endsAt)}{' '}
        {session.state === 'cancelled' ? <Tag tone="error">{t('session.cancelled')}</Tag> : null}
      </p>
      <p className="govuk-body" lang={lang}>
        {[session.venue, session.address].filter(Boolean).join(', ')}
        {session.gettingThere ? (
          <>
            <br />
            {session.gettingThere}
          </>
        ) : null}
      </p>
      <p className="govuk-body">
        {session.stepFree ? <Tag>{t('session.stepFree')}</Tag> : t('session.steps')}
      </p>
    </>
  )
}

/** A link to the calendar file of one session; what the calendar does with it is the device's business. */
export function CalendarLink({ groupId, session }: { groupId: string; session: GroupSession }) {
  const { t } = useTranslation('codesign')
  const { span } = useFormats()
  const when = span(session.startsAt, session.endsAt)
  return (
    <a
      className="govuk-link"
      href={`${CALENDAR}/${groupId}/sessions/${session.id}/calendar.ics`}
      aria-label={t('session.calendarFor', { when })}
    >
      {t('session.calendar')}
    </a>
  )
}

/** Every date to come, soonest first. */
export function SessionList({ group }: { group: Group }) {
  const { t } = useTranslation('codesign')
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions" className="govuk-heading-m">
        {t('group.meetTitle')}
      </h2>
      {group.sessions.length === 0 ? (
        <p className="govuk-body">{t('group.noSessions')}</p>
      ) : (
        <ul className="hcw-sessions">
          {group.sessions.map((session) => (
            <li key={session.id} className="hcw-sessions__item">
              <SessionFacts session={session} lang={languageOfGroup(group)} />
              {session.state !== 'cancelled' ? (
                <p className="govuk-body">
                  <CalendarLink groupId={group.id} session={session} />
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {group.sessions.length > 1 ? (
        <p className="govuk-body">
          <a className="govuk-link" href={`${CALENDAR}/${group.id}/calendar.ics`}>
            {t('group.calendarAll')}
          </a>
        </p>
      ) : null}
    </section>
  )
}
