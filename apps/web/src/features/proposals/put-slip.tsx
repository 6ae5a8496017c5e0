import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Button, ButtonGroup, Link, PageHeading } from '../../ui/index.ts'
import type { Slip } from './put-form.tsx'
import './proposals.scss'

/** A slip to keep, to print or to hand over: the reference, what happens next, where to read and change it. Shown once. */
export function PutSlip({
  slip,
  ownAddress,
  ownPath,
  backTo,
  contact,
}: {
  slip: Slip
  /** In full, because it is printed. */
  ownAddress: string
  ownPath: string
  backTo: string
  contact: ReactNode
}) {
  const { t } = useTranslation('proposals')
  const { day } = useFormats()
  const article = useRef<HTMLElement>(null)
  useEffect(() => article.current?.querySelector('h1')?.focus(), [])
  return (
    <article ref={article} className="hcw-question-slip">
      <PageHeading title={t('slip.title')} />
      <p className="hcw-question-slip__reference">
        <span>{t('slip.reference')}</span>
        <strong>{slip.reference}</strong>
        <span>{t('slip.say')}</span>
      </p>
      <h2 className="govuk-heading-m">{t('slip.nextTitle')}</h2>
      <p className="govuk-body">
        {t('slip.next', { day: day(new Date(slip.readBy.getTime() - 1)) })}
      </p>
      <p className="govuk-body">{t('slip.then')}</p>
      {contact ? <h2 className="govuk-heading-s">{t('slip.ask')}</h2> : null}
      {contact}
      <h2 className="govuk-heading-m">{t('slip.ownTitle')}</h2>
      {slip.slipCode === null ? (
        <p className="govuk-body">{t('slip.emailed')}</p>
      ) : (
        <>
          <p className="govuk-body">{t('slip.own')}</p>
          <p className="hcw-question-slip__reference">
            <strong>{slip.slipCode}</strong>
            <span>
              {t('slip.ownAt')} {ownAddress}
            </span>
          </p>
        </>
      )}
      <div className="hcw-no-print">
        <ButtonGroup>
          <Button onClick={() => window.print()}>{t('slip.print')}</Button>
          {slip.manageToken ? (
            <Link className="govuk-link" to={`${ownPath}#${slip.manageToken}`}>
              {t('slip.ownLink')}
            </Link>
          ) : null}
          <Link className="govuk-link" to={backTo}>
            {t('slip.back')}
          </Link>
        </ButtonGroup>
      </div>
    </article>
  )
}
