import { challengesContract, type Draft } from '@howcanwe/shared/challenges'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { fieldErrorsOf, fieldSentence, sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, ButtonGroup, ButtonLink, Details, Notice, TextArea } from '../../ui/index.ts'
import { HandOver } from './hand-over.tsx'

const LIVE: readonly Draft['state'][] = ['open', 'paused', 'choosing']

export interface OpenedPanelProps {
  draft: Draft
  /** True right after the button was pressed. */
  justNow: boolean
  /** Its public page; null for a draft that was thrown away. */
  page: string | null
  responses: string
  /** Where it is changed in public, or paused. */
  amend: string
  onChanged: (draft: Draft) => void
}

/** What is left to do with a question once it is out: read, invite, wait, choose, or take it back. */
export function OpenedPanel(props: OpenedPanelProps) {
  const { draft, justNow, page, responses, amend, onChanged } = props
  const { t } = useTranslation('challenges')
  const { moment } = useFormats()
  const [handed, setHanded] = useState(false)
  const closes = draft.closesAt ? moment(draft.closesAt) : ''
  return (
    <>
      <Notice
        kind={justNow ? 'success' : 'info'}
        focus={justNow}
        heading={t(justNow ? 'opened.justNow' : `opened.${draft.state}`, { closes })}
      >
        {draft.state === 'open' ? (
          <p className="govuk-body">{t('opened.wait', { closes })}</p>
        ) : null}
      </Notice>
      <ButtonGroup>
        {draft.can.readInterests ? (
          <ButtonLink to={responses}>{t('opened.responses')}</ButtonLink>
        ) : null}
        {draft.state === 'open' || draft.state === 'paused' ? (
          <ButtonLink kind="secondary" to={amend}>
            {t('opened.amend')}
          </ButtonLink>
        ) : null}
        {page ? (
          <ButtonLink kind={draft.can.readInterests ? 'secondary' : 'primary'} to={page}>
            {t('opened.page')}
          </ButtonLink>
        ) : null}
      </ButtonGroup>
      {LIVE.includes(draft.state) ? (
        <>
          <HandOver draft={draft} onHanded={() => setHanded(true)} />
          {handed ? null : <Withdraw draft={draft} onChanged={onChanged} />}
        </>
      ) : null}
    </>
  )
}

function Withdraw({ draft, onChanged }: Pick<OpenedPanelProps, 'draft' | 'onChanged'>) {
  const { t } = useTranslation(['challenges', 'problems'])
  const call = useCall()
  const [reason, setReason] = useState('')
  const withdraw = useMutation({
    mutationFn: () =>
      call(challengesContract.withdraw, {
        params: { challengeId: draft.id },
        body: { reason },
      }),
    onSuccess: onChanged,
  })
  const [field] = fieldErrorsOf(withdraw.error)
  const error = field
    ? fieldSentence(t, field, 'challenges')
    : withdraw.error
      ? sentenceOf(t, withdraw.error)
      : undefined
  return (
    <Details summary={t('withdraw.title')}>
      <p className="govuk-body">{t('withdraw.text')}</p>
      <TextArea
        name="reason"
        label={t('withdraw.reason')}
        seenBy={t('withdraw.seenBy')}
        error={error}
        maxCharacters={1000}
        rows={4}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button kind="warning" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
        {t('withdraw.go')}
      </Button>
    </Details>
  )
}
