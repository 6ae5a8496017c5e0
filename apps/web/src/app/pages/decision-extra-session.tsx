import type { Decision } from '@howcanwe/shared/decisions'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { ButtonLink, Link } from '../../ui/index.ts'
import { further } from '../further-paths.ts'

/** The extra session residents are owed: when it is, or a way to call it. */
export function ExtraSession({
  groupId,
  decision,
  version,
}: {
  groupId: string
  decision: Decision
  version: Decision['versions'][number]
}) {
  const { t } = useTranslation('decisions')
  const { span } = useFormats()
  const { session } = version.hold
  const isOff = !session || session.state === 'cancelled'
  if (!isOff)
    return (
      <p className="govuk-body">
        <Link className="govuk-link" to={further.session({ groupId, sessionId: session.id })}>
          {t('hold.called', { when: span(session.startsAt, session.endsAt) })}
        </Link>
      </p>
    )
  return (
    <>
      <p className="govuk-body">{t('hold.session')}</p>
      {decision.runs && decision.state === 'held' ? (
        <ButtonLink to={further.extraSession({ groupId, decisionId: decision.id })}>
          {t('hold.call')}
        </ButtonLink>
      ) : null}
    </>
  )
}
