import { type Batch, FAILED_BECAUSE, type FailedBecause } from '@howcanwe/shared/payments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, ButtonGroup, Details, Notice, Select, Table, Tag } from '../../ui/index.ts'
import { WayOf } from './clerk-list.tsx'
import { useClerkActs } from './desk.queries.ts'
import { callOf, nameOf, whyOf } from './who.ts'

type Line = Batch['items'][number]
const TONES = { paid: 'pine', failed: 'error', aside: 'caution', open: 'plain' } as const

/** What arrived, for all of a batch or line by line; everybody is written to. */
export function OutcomeStep({ batch }: { batch: Batch }) {
  const { t } = useTranslation(['payments', 'problems'])
  const { money, shortDate } = useFormats()
  const { outcome } = useClerkActs()
  const [said, setSaid] = useState(0)
  const say = (body: Omit<Parameters<typeof outcome.mutate>[0], 'batchId'>) =>
    outcome.mutate({ batchId: batch.id, ...body }, { onSuccess: () => setSaid(said + 1) })
  const ready = batch.files > 0
  return (
    <section aria-labelledby="outcome">
      <h2 id="outcome" className="govuk-heading-m">
        {t('payments:batch.outcomeTitle')}
      </h2>
      <p className="govuk-body">
        {t(ready ? 'payments:batch.outcomeText' : 'payments:batch.noFile')}
      </p>
      {said ? <Notice key={said} kind="success" heading={t('payments:batch.said')} focus /> : null}
      {outcome.error ? (
        <Notice kind="warning" heading={sentenceOf(t, outcome.error)} focus />
      ) : null}
      {ready && batch.open > 0 ? (
        <ButtonGroup>
          <Button busy={outcome.isPending} onClick={() => say({ outcome: 'paid' })}>
            {t('payments:batch.allPaid')}
          </Button>
        </ButtonGroup>
      ) : null}
      <Table
        caption={t('payments:batch.lines')}
        captionHidden
        rows={batch.items}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'who',
            heading: t('payments:clerk.who'),
            cell: (i) => nameOf(i, t),
          },
          {
            key: 'what',
            heading: t('payments:group.what'),
            cell: (i) => (
              <>
                {t(`payments:${whyOf(i)}`, { day: shortDate(i.sessionAt) })}
                <br />
                <span className="hcw-soft">{t(`payments:kind.${i.kind}`)}</span>
              </>
            ),
          },
          { key: 'way', heading: t('payments:clerk.way'), cell: (i) => <WayOf item={i} /> },
          {
            key: 'amount',
            heading: t('payments:clerk.amount'),
            cell: (i) => money(i.pence),
            numeric: true,
          },
          {
            key: 'outcome',
            heading: t('payments:clerk.state'),
            cell: (i) => (
              <>
                <Tag tone={TONES[i.outcome ?? 'open']}>
                  {t(`payments:batch.outcome.${i.outcome ?? 'open'}`)}
                </Tag>
                {i.outcome === 'failed' || i.outcome === 'aside' ? null : (
                  <OneLine line={i} busy={outcome.isPending} ready={ready} say={say} />
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}

interface OneLineProps {
  line: Line
  busy: boolean
  ready: boolean
  say: (said: { itemIds: string[]; outcome: 'paid' | 'failed'; because?: FailedBecause }) => void
}

/** One that arrived by itself, or did not. */
function OneLine({ line, busy, ready, say }: OneLineProps) {
  const { t } = useTranslation('payments')
  const [because, setBecause] = useState<FailedBecause>('account-refused')
  return (
    <Details summary={t('batch.failedOne')}>
      {ready && line.outcome === null ? (
        <Button
          kind="secondary"
          busy={busy}
          onClick={() => say({ itemIds: [line.id], outcome: 'paid' })}
        >
          {t('batch.paidOne', { name: callOf(line, t) })}
        </Button>
      ) : null}
      <Select
        name={`because-${line.id}`}
        label={t('batch.failedWhy')}
        value={because}
        onChange={(event) => setBecause(event.target.value as FailedBecause)}
        options={FAILED_BECAUSE.map((value) => ({ value, label: t(`batch.because_.${value}`) }))}
      />
      <Button
        kind="warning"
        busy={busy}
        onClick={() => say({ itemIds: [line.id], outcome: 'failed', because })}
      >
        {t('batch.failedOne')}
      </Button>
    </Details>
  )
}
