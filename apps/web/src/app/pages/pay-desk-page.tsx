import type { ClerkDesk } from '@howcanwe/shared/payments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ClerkList } from '../../features/payments/clerk-list.tsx'
import { useClerkActs, useClerkDesk } from '../../features/payments/desk.queries.ts'
import { Figures } from '../../features/payments/figures.tsx'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { EmptyState, Link, Notice, PageHeading, Table, Tag } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** A finance clerk's desk: what waits for a yes, and batches so far (CD4). */
export function PayDeskPage() {
  const place = usePlace()
  return <SignedIn roles={['finance-clerk']}>{place ? <Here placeId={place.id} /> : null}</SignedIn>
}

function Here({ placeId }: { placeId: string }) {
  const { t } = useTranslation('payments')
  const acts = useClerkActs()
  const [approved, setApproved] = useState<number>()
  return (
    <>
      <PageHeading title={t('clerk.title')} lead={t('clerk.lead')} />
      {approved ? (
        <Notice
          key={approved}
          kind="success"
          heading={t('clerk.approved', { number: approved })}
          focus
        />
      ) : null}
      <Loaded query={useClerkDesk(placeId)} lines={8}>
        {(desk) => (
          <>
            <h2 className="govuk-heading-m">{t('clerk.waiting')}</h2>
            <ClerkList
              key={desk.items.map(({ id, stopped }) => id + stopped).join()}
              {...{ placeId, acts }}
              items={desk.items}
              onApproved={setApproved}
            />
            <Batches batches={desk.batches} />
            <Figures figures={desk.figures} />
          </>
        )}
      </Loaded>
      <p className="govuk-body">
        <Link className="govuk-link" to={further.payRules()}>
          {t('clerk.rules')}
        </Link>
      </p>
    </>
  )
}

function Batches({ batches }: { batches: ClerkDesk['batches'] }) {
  const { t } = useTranslation('payments')
  const { money, shortDate } = useFormats()
  const stateOf = ({ files, open, failed }: ClerkDesk['batches'][number]) => {
    if (files === 0) return <Tag tone="caution">{t('clerk.noFile')}</Tag>
    if (open > 0) return <Tag>{t('clerk.open', { count: open })}</Tag>
    if (failed > 0) return <Tag tone="error">{t('clerk.failed', { count: failed })}</Tag>
    return <Tag tone="pine">{t('clerk.done')}</Tag>
  }
  return (
    <section aria-labelledby="batches">
      <h2 id="batches" className="govuk-heading-m">
        {t('clerk.batches')}
      </h2>
      {batches.length === 0 ? (
        <EmptyState>{t('clerk.noBatches')}</EmptyState>
      ) : (
        <Table
          caption={t('clerk.batches')}
          captionHidden
          rows={batches}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'number',
              heading: t('clerk.number'),
              cell: (b) => (
                <Link className="govuk-link" to={further.payBatch({ batchId: b.id })}>
                  {t('clerk.batch', { number: b.number })}
                </Link>
              ),
            },
            { key: 'made', heading: t('clerk.made'), cell: (b) => shortDate(b.madeAt) },
            {
              key: 'involvement',
              heading: t('batch.involvement'),
              cell: (b) => money(b.involvementPence),
              numeric: true,
            },
            {
              key: 'expense',
              heading: t('batch.expense'),
              cell: (b) => money(b.expensePence),
              numeric: true,
            },
            { key: 'state', heading: t('clerk.state'), cell: stateOf },
          ]}
        />
      )}
    </section>
  )
}
