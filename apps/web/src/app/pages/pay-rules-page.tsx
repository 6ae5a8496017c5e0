import { type PayRules, paymentsContract } from '@howcanwe/shared/payments'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePayRules } from '../../features/payments/desk.queries.ts'
import { AdviceForm, RateForm, SettingsForm } from '../../features/payments/rules-forms.tsx'
import { keyOf } from '../../lib/api.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import {
  Details,
  EmptyState,
  Notice,
  PageHeading,
  SummaryList,
  Table,
  Tag,
} from '../../ui/index.ts'
import { usePlace, useRoles } from '../place.ts'
import { useProof } from '../proving.tsx'
import { SignedIn } from '../signed-in.tsx'

/** What a place pays, dated and with its sources; a steward sets it, a clerk reads it (CD4, decision 16). */
export function PayRulesPage() {
  const place = usePlace()
  return (
    <SignedIn roles={['steward', 'finance-clerk']}>
      {place ? <Here placeId={place.id} /> : null}
    </SignedIn>
  )
}

function Here({ placeId }: { placeId: string }) {
  const { t } = useTranslation('payments')
  const client = useQueryClient()
  const { prove, step } = useProof()
  const [saved, setSaved] = useState(0)
  const onSet = (after: PayRules) => {
    client.setQueryData(keyOf(paymentsContract.rules, { query: { placeId } }), after)
    setSaved(saved + 1)
  }
  const maySet = useRoles().includes('steward')
  const forms = { placeId, prove, onSet }
  return (
    <>
      <PageHeading title={t('rules.title')} lead={t('rules.lead')} />
      {saved ? <Notice key={saved} kind="success" heading={t('rules.saved')} focus /> : null}
      {step}
      <p className="govuk-body">{t('rules.check')}</p>
      <Loaded query={usePayRules(placeId)} lines={8}>
        {(rules) => (
          <>
            <h2 className="govuk-heading-m">{t('rules.rates')}</h2>
            <Rates rates={rules.rates} />
            {maySet ? (
              <Details key={`rate-${saved}`} summary={t('rules.newRate')}>
                <RateForm {...forms} />
              </Details>
            ) : null}
            <h2 className="govuk-heading-m">{t('rules.settings')}</h2>
            <Settings settings={rules.settings} />
            {maySet ? (
              <Details key={`settings-${saved}`} summary={t('rules.newSettings')}>
                <SettingsForm {...forms} />
              </Details>
            ) : null}
            <h2 className="govuk-heading-m">{t('rules.advice')}</h2>
            <p className="govuk-body">{t('rules.adviceText')}</p>
            <Words advice={rules.advice} />
            {maySet ? (
              <Details key={`advice-${saved}`} summary={t('rules.newAdvice')}>
                <AdviceForm {...forms} advice={rules.advice} />
              </Details>
            ) : null}
          </>
        )}
      </Loaded>
    </>
  )
}

function Rates({ rates }: { rates: PayRules['rates'] }) {
  const { t } = useTranslation('payments')
  const { money, date } = useFormats()
  if (rates.length === 0) return <EmptyState>{t('rules.noRates')}</EmptyState>
  return (
    <Table
      caption={t('rules.rates')}
      captionHidden
      rows={rates}
      rowKey={(r) => `${r.what}${r.fromDay}${String(r.at)}`}
      columns={[
        {
          key: 'what',
          heading: t('rules.what'),
          cell: (r) => (
            <>
              {t(`rules.rate.${r.what}`)} {r.now ? <Tag tone="pine">{t('rules.now')}</Tag> : null}
            </>
          ),
        },
        { key: 'amount', heading: t('rules.amount'), cell: (r) => money(r.pence), numeric: true },
        { key: 'from', heading: t('rules.from'), cell: (r) => date(r.fromDay) },
        {
          key: 'source',
          heading: t('rules.source'),
          cell: (r) => [r.source, r.by].filter(Boolean).join(' · '),
        },
      ]}
    />
  )
}

function Settings({ settings }: { settings: PayRules['settings'] }) {
  const { t } = useTranslation('payments')
  const { money, date } = useFormats()
  const now = settings.find((one) => one.now)
  if (!now) return <EmptyState>{t('rules.noSettings')}</EmptyState>
  const yesNo = (is: boolean) => t(is ? 'rules.yes' : 'rules.no')
  return (
    <SummaryList
      rows={[
        { key: 'limit', label: t('rules.limit'), value: money(now.receiptLimitPence) },
        { key: 'vouchers', label: t('rules.vouchersYes'), value: yesNo(now.vouchers) },
        {
          key: 'organisations',
          label: t('rules.organisationsYes'),
          value: yesNo(now.paysOrganisations),
        },
        {
          key: 'source',
          label: t('rules.source'),
          value: [date(now.fromDay), now.source, now.by].filter(Boolean).join(' · '),
        },
      ]}
    />
  )
}

function Words({ advice }: { advice: PayRules['advice'] }) {
  const { t } = useTranslation('payments')
  const { date } = useFormats()
  if (advice.length === 0) return <EmptyState>{t('rules.noAdvice')}</EmptyState>
  return (
    <SummaryList
      rows={advice.map((one) => ({
        key: one.language,
        label: t(`rules.languages.${one.language === 'nl' ? 'nl' : 'en'}`),
        value: (
          <>
            <span lang={one.language}>{one.words}</span>
            <br />
            {[one.link, one.phone, t('rules.since', { day: date(one.since) })]
              .filter(Boolean)
              .join(' · ')}
          </>
        ),
      }))}
    />
  )
}
