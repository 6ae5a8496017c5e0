import { AGREEMENT_TEXTS, type Agreement, type AgreementParty } from '@howcanwe/shared/agreements'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Button, ButtonGroup, SummaryList } from '../../ui/index.ts'
import './agreements.scss'
import { type AgreementSteps, useAgreementSteps, useWord } from './agreements.queries.ts'
import { BoxForm } from './box-form.tsx'
import { linesTooMany } from './one-page.ts'
import { PageForm } from './page-form.tsx'
import { Refused } from './refused.tsx'

interface Props {
  agreement: Agreement
  steps: AgreementSteps
}

/** One page between organisations: as it will be printed, with what somebody can do beside it (BR5, §2.9). */
export function AgreementView({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements')
  const steps = useAgreementSteps(agreement)
  const [writing, setWriting] = useState(false)
  if (writing)
    return <PageForm agreement={agreement} steps={steps} onDone={() => setWriting(false)} />
  return (
    <>
      <p className="govuk-body hcw-agreement__state">{t(`page.state.${agreement.state}`)}</p>
      <Paper agreement={agreement} />
      <div className="hcw-agreement__steps">
        {agreement.can.write ? (
          <Button kind="secondary" onClick={() => setWriting(true)}>
            {t('write.open')}
          </Button>
        ) : null}
        {agreement.parties
          .filter((party) => party.ours && agreement.can.write)
          .map((party) => (
            <OwnBox key={party.organisation.id} {...{ agreement, party, steps }} />
          ))}
        <Confirming agreement={agreement} steps={steps} />
        {agreement.can.review ? <Reviewing agreement={agreement} steps={steps} /> : null}
        <TakeAlong agreement={agreement} />
      </div>
    </>
  )
}

/** The page itself: what is printed, and nothing else. */
function Paper({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements')
  const { date } = useFormats()
  const { liveSince, reviewDueAt } = agreement
  const rows = AGREEMENT_TEXTS.map((name) => ({
    key: name,
    label: t(`parts.${name}`),
    value: agreement[name] || t('page.nothing'),
  }))
  return (
    <div className="hcw-agreement">
      <p className="govuk-body">
        {t('page.between')}: {agreement.parties.map((p) => p.organisation.name).join(', ')}
      </p>
      {liveSince && reviewDueAt ? (
        <p className="govuk-body">
          {t('page.since', { day: date(liveSince), day2: date(reviewDueAt) })}
        </p>
      ) : null}
      <h2 className="govuk-heading-m">{t('page.parties')}</h2>
      <ul className="hcw-notices" aria-label={t('page.parties')}>
        {agreement.parties.map((party) => (
          <Party key={party.organisation.id} party={party} />
        ))}
      </ul>
      <SummaryList rows={rows} />
      <p className="govuk-body">{t('page.paid', { count: agreement.payDays })}</p>
    </div>
  )
}

function Party({ party }: { party: AgreementParty }) {
  const { t } = useTranslation('agreements')
  const { money } = useFormats()
  const share = [
    party.role,
    t('page.hours', { count: party.hoursPerMonth }),
    money(party.pence) + (party.advance ? `, ${t('page.advance')}` : ''),
  ]
  return (
    <li className="hcw-notices__item">
      <h3 className="hcw-notices__title">{party.organisation.name}</h3>
      <p className="govuk-body">
        {t('page.wants')}: {party.interests || t('page.nothing')}
      </p>
      <p className="govuk-body">{share.filter(Boolean).join(' · ')}</p>
      <p className="govuk-body">{t(party.confirmed ? 'page.confirmed' : 'page.notConfirmed')}</p>
    </li>
  )
}

function OwnBox({ agreement, party, steps }: Props & { party: AgreementParty }) {
  const { t } = useTranslation('agreements')
  const [open, setOpen] = useState(party.interests === '')
  return (
    <section>
      <h2 className="govuk-heading-m">{t('box.title')}</h2>
      {open ? (
        <BoxForm {...{ agreement, party, steps }} onSaved={() => setOpen(false)} />
      ) : (
        <Button kind="secondary" onClick={() => setOpen(true)}>
          {t('box.open')}
        </Button>
      )}
    </section>
  )
}

function Confirming({ agreement, steps }: Props) {
  const { t } = useTranslation('agreements')
  const { confirm } = steps
  if (!agreement.can.write) return null
  const waiting = agreement.missing.filter((one) => one !== 'confirm')
  const mine = agreement.parties.find((party) => party.ours && !party.confirmed)
  return (
    <section>
      <h2 className="govuk-heading-m">{t('confirm.title')}</h2>
      {waiting.length > 0 ? (
        <>
          <p className="govuk-body">{t('confirm.missing')}</p>
          <ul className="govuk-list govuk-list--bullet">
            {waiting.map((one) => (
              <li key={one}>{t(`missing.${one}`)}</li>
            ))}
          </ul>
        </>
      ) : null}
      <Refused error={confirm.error} />
      {waiting.length === 0 && mine ? (
        <>
          <p className="govuk-body">{t('confirm.text')}</p>
          <Button onClick={() => confirm.mutate(mine.organisation.id)} busy={confirm.isPending}>
            {t('confirm.go')}
          </Button>
        </>
      ) : null}
    </section>
  )
}

function Reviewing({ agreement, steps }: Props) {
  const { t } = useTranslation('agreements')
  const [ending, setEnding] = useState(false)
  const { review } = steps
  return (
    <section>
      <h2 className="govuk-heading-m">{t('review.title')}</h2>
      {agreement.reviewDue ? <p className="govuk-body">{t('page.due')}</p> : null}
      {ending ? (
        <p className="govuk-body" role="status">
          {t('review.sure')}
        </p>
      ) : null}
      <Refused error={review.error} />
      <ButtonGroup>
        {ending ? null : (
          <>
            <Button onClick={() => review.mutate('renewed')}>{t('review.renewed')}</Button>
            <Button kind="secondary" onClick={() => review.mutate('changed')}>
              {t('review.changed')}
            </Button>
          </>
        )}
        <Button kind="warning" onClick={() => (ending ? review.mutate('ended') : setEnding(true))}>
          {t('review.ended')}
        </Button>
      </ButtonGroup>
    </section>
  )
}

function TakeAlong({ agreement }: { agreement: Agreement }) {
  const { t, i18n } = useTranslation('agreements')
  const word = useWord(agreement.id, agreement.title)
  const over = linesTooMany(agreement)
  return (
    <>
      {over > 0 ? <p className="govuk-body">{t('page.over', { count: over })}</p> : null}
      <Refused error={word.error} />
      <ButtonGroup>
        <Button kind="secondary" onClick={() => window.print()}>
          {t('page.print')}
        </Button>
        <Button
          kind="secondary"
          busy={word.isPending}
          onClick={() => word.mutate(i18n.language === 'nl' ? 'nl' : 'en')}
        >
          {t('page.word')}
        </Button>
      </ButtonGroup>
    </>
  )
}
