import { type Batch, FAILED_BECAUSE, type FailedBecause } from '@howcanwe/shared/payments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { WayOf } from '../../features/payments/clerk-list.tsx'
import { useBatch, useClerkActs, useFile } from '../../features/payments/desk.queries.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { saveFile } from '../../lib/files.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import {
  Button,
  ButtonGroup,
  Details,
  Facts,
  Link,
  Notice,
  PageHeading,
  Select,
  Table,
  Tag,
  TextField,
} from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { useProof } from '../proving.tsx'
import { SignedIn } from '../signed-in.tsx'

/** One batch: its file for the bank, and what arrived (CD4). */
export function PayBatchPage() {
  const { t } = useTranslation('payments')
  const { batchId = '' } = useParams()
  return (
    <SignedIn roles={['finance-clerk']}>
      <Loaded query={useBatch(batchId)} lines={8}>
        {(batch) => <One batch={batch} />}
      </Loaded>
      <p className="govuk-body">
        <Link className="govuk-link" to={further.payDesk()}>
          {t('batch.back')}
        </Link>
      </p>
    </SignedIn>
  )
}

function One({ batch }: { batch: Batch }) {
  const { t } = useTranslation('payments')
  const { money, day, number } = useFormats()
  return (
    <>
      <PageHeading
        title={t('batch.title', { number: batch.number })}
        lead={t('batch.lead', { day: day(batch.madeAt), name: batch.madeBy ?? '' })}
      />
      <Facts
        facts={[
          { key: 'time', label: t('batch.involvement'), value: money(batch.involvementPence) },
          { key: 'spent', label: t('batch.expense'), value: money(batch.expensePence) },
          { key: 'lines', label: t('batch.lines'), value: number(batch.lines) },
        ]}
      />
      <FileStep batch={batch} />
      <OutcomeStep batch={batch} />
    </>
  )
}

function FileStep({ batch }: { batch: Batch }) {
  const { t, i18n } = useTranslation(['payments', 'problems'])
  const { moment } = useFormats()
  const { prove, step } = useProof()
  const fetchFile = useFile(batch.id)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<string>()
  const [refused, setRefused] = useState<unknown>()
  const isAgain = batch.files > 0
  const make = async () => {
    setBusy(true)
    setRefused(undefined)
    await prove(() => fetchFile(reason.trim(), i18n.language)).then(({ content, name }) => {
      saveFile(content, name)
      setMade(name)
      setReason('')
    }, setRefused)
    setBusy(false)
  }
  const button = (
    <Button
      kind={isAgain ? 'secondary' : 'primary'}
      busy={busy || (isAgain && reason.trim().length < 5)}
      onClick={make}
    >
      {t(isAgain ? 'payments:batch.again' : 'payments:batch.make')}
    </Button>
  )
  return (
    <section aria-labelledby="file">
      <h2 id="file" className="govuk-heading-m">
        {t('payments:batch.fileTitle')}
      </h2>
      <p className="govuk-body">{t('payments:batch.fileText')}</p>
      {refused ? <Notice kind="warning" heading={sentenceOf(t, refused)} focus /> : null}
      {made ? (
        <Notice
          key={made}
          kind="success"
          heading={t('payments:batch.made', { name: made })}
          focus
        />
      ) : null}
      {step}
      {isAgain ? (
        <Details summary={t('payments:batch.again')}>
          <TextField
            name="reason"
            label={t('payments:batch.reason')}
            hint={t('payments:batch.reasonHint')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            maxLength={300}
          />
          {button}
        </Details>
      ) : (
        button
      )}
      <ul className="govuk-list">
        {batch.exports.map((one) => (
          <li key={one.number}>
            {t('payments:batch.exported', {
              number: one.number,
              at: moment(one.at),
              by: one.by ?? '',
            })}
            {one.reason ? ` ${t('payments:batch.because', { reason: one.reason })}` : ''}
            <br />
            <span className="hcw-soft">
              {t('payments:batch.checksum')}: <code className="hcw-checksum">{one.checksum}</code>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Line = Batch['items'][number]
const TONES = { paid: 'pine', failed: 'error', open: 'plain' } as const

function OutcomeStep({ batch }: { batch: Batch }) {
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
            cell: (i) => `${i.name} (${i.reference})`,
          },
          {
            key: 'what',
            heading: t('payments:group.what'),
            cell: (i) => (
              <>
                {t(`payments:why.${i.why}`, { day: shortDate(i.sessionAt) })}
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
                {i.outcome === 'failed' ? null : (
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
          {t('batch.paidOne', { name: line.name })}
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
