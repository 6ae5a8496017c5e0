import type { Group } from '@howcanwe/shared/codesign'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Button, ButtonGroup, Link, PageHeading } from '../../ui/index.ts'
import { languageOfGroup } from './group-facts.ts'
import type { Slip } from './join-form.tsx'
import { CalendarLink, SessionFacts } from './session-list.tsx'
import './codesign.scss'

export interface JoinedSlipProps {
  group: Group
  slip: Slip
  /** Where to leave, with the token behind the #: in full, because it is printed too. */
  leaveAddress: string
  backTo: string
  /** Who to ring. */
  contact: ReactNode
}

/** A slip to keep or print: the reference, what happens next, how to leave. Shown once. */
export function JoinedSlip({ group, slip, leaveAddress, backTo, contact }: JoinedSlipProps) {
  const { t } = useTranslation('codesign')
  const { day } = useFormats()
  const { name } = group.facilitator
  const article = useRef<HTMLElement>(null)
  useEffect(() => article.current?.querySelector('h1')?.focus(), [])
  const by = { name, day: day(slip.contactBy) }
  return (
    <article ref={article} className="hcw-slip">
      <PageHeading title={t('slip.title')} caption={group.name} />
      <p className="hcw-slip__reference">
        <span>{t('slip.reference')}</span>
        <strong>{slip.reference}</strong>
        <span>{t('slip.say')}</span>
      </p>
      <h2 className="govuk-heading-m">{t('slip.nextTitle')}</h2>
      <p className="govuk-body">
        {name ? t('slip.contactBy', by) : t('slip.contactByNobody', by)}{' '}
        {slip.nextSession ? t('slip.session') : t('slip.noSession')}
      </p>
      {slip.nextSession ? (
        <>
          <SessionFacts session={slip.nextSession} lang={languageOfGroup(group)} />
          <p className="govuk-body hcw-no-print">
            <CalendarLink groupId={group.id} session={slip.nextSession} />
          </p>
        </>
      ) : null}
      {contact ? <h2 className="govuk-heading-s">{t('slip.ask')}</h2> : null}
      {contact}
      <h2 className="govuk-heading-m">{t('slip.leaveTitle')}</h2>
      <p className="govuk-body">{t('slip.leaveText')}</p>
      <p className="govuk-body hcw-slip__address">
        <Link to={leaveAddress.replace(/^https?:\/\/[^/]+/, '')}>{leaveAddress}</Link>
      </p>
      <p className="govuk-body">
        <strong>{t('slip.keep')}</strong>
      </p>
      <div className="hcw-no-print">
        <ButtonGroup>
          <Button onClick={() => window.print()}>{t('slip.print')}</Button>
          <Link className="govuk-link" to={backTo}>
            {t('slip.back')}
          </Link>
        </ButtonGroup>
      </div>
    </article>
  )
}
