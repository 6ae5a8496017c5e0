import './invitations.scss'
import type { Result } from '@howcanwe/shared/http'
import type { invitationsContract } from '@howcanwe/shared/invitations'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Button, ErrorSummary, Notice, type SummaryError } from '../../ui/index.ts'
import type { Ticked } from './use-ticked.ts'

export interface InviteBarProps {
  ticked: readonly Ticked[]
  errors: readonly SummaryError[]
  busy: boolean
  onSend: () => void
  /** What the last press did; null before. */
  sent: Result<typeof invitationsContract.invite> | null
  /** The share of small ones among the invited. */
  share: ReactNode
}

/** Ends the list: who is ticked, and the one button. It stands in the page and floats over nothing. */
export function InviteBar({ ticked, errors, busy, onSend, sent, share }: InviteBarProps) {
  const { t } = useTranslation('invitations')
  const { list } = useFormats()
  const count = ticked.length
  const byHand = ticked.filter((one) => one.kind === 'register').length
  return (
    <section className="hcw-invite" aria-labelledby="invite-title">
      <h2 id="invite-title" className="govuk-heading-m">
        {t('bar.title')}
      </h2>
      {sent ? <Sent items={sent.items} /> : null}
      <ErrorSummary errors={errors} />
      {count === 0 ? (
        <p className="govuk-body">{t('bar.none')}</p>
      ) : (
        <>
          <p className="govuk-body">
            {t('bar.chosen', { count, names: list(ticked.map((one) => one.name)) })}{' '}
            {byHand > 0 ? t('bar.byHand', { count: byHand }) : null}
          </p>
          <Button busy={busy} onClick={onSend}>
            {busy ? t('bar.sending') : t('bar.send', { count })}
          </Button>
          <p className="govuk-hint">{t('bar.noAnswer')}</p>
        </>
      )}
      {share}
    </section>
  )
}

function Sent({ items }: Result<typeof invitationsContract.invite>) {
  const { t } = useTranslation('invitations')
  const byHand = items.filter((i) => i.channel === 'by-hand').length
  const mailed = items.length - byHand
  return (
    <Notice kind="success" heading={t('done.title', { count: items.length })} focus>
      <p className="govuk-body">
        {mailed > 0 ? t('done.mailed', { count: mailed }) : null}{' '}
        {byHand > 0 ? t('done.byHand', { count: byHand }) : null}
      </p>
    </Notice>
  )
}
