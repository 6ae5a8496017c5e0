import type { Batch } from '@howcanwe/shared/payments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useBatch, useFile } from '../../features/payments/desk.queries.ts'
import { OutcomeStep } from '../../features/payments/outcome-step.tsx'
import { sentenceOf } from '../../lib/errors.ts'
import { saveFile } from '../../lib/files.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, Details, Facts, Link, Notice, PageHeading, TextField } from '../../ui/index.ts'
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
      {batch.aside > 0 ? (
        <Notice kind="warning" heading={t('batch.aside', { count: batch.aside })} />
      ) : null}
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
      <p className="govuk-body" role="status">
        {made ? t('payments:batch.made', { name: made }) : null}
      </p>
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
