import { type Proposal, proposalsContract } from '@howcanwe/shared/proposals'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, ButtonGroup, Link, Loading, Notice, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { useToken } from '../use-token.ts'

type After =
  | { is: 'confirmed'; proposal: Proposal }
  | { is: 'gone' }
  | { is: 'wrong'; said: string }

/** Where the link leads that asks to confirm. Opening the page counts nothing: mail scanners open links. */
export function ProposalSupportPage() {
  const { t } = useTranslation('proposals')
  const token = useToken(further.proposalSupport())
  return (
    <>
      <PageHeading title={t('support.confirmTitle')} lead={t('support.confirmLead')} />
      {token === undefined ? <Loading lines={2} /> : null}
      {token === '' ? <Notice kind="warning" heading={t('support.incomplete')} /> : null}
      {token ? <Press token={token} /> : null}
    </>
  )
}

function Press({ token }: { token: string }) {
  const { t } = useTranslation('proposals')
  const call = useCall()
  const [after, setAfter] = useState<After>()
  const [busy, setBusy] = useState(false)
  const press = async (act: () => Promise<After>) => {
    setBusy(true)
    setAfter(
      await act().catch((error: unknown) => ({ is: 'wrong', said: sentenceOf(t, error) }) as const),
    )
    setBusy(false)
  }
  const confirm = () =>
    press(async () => ({
      is: 'confirmed',
      proposal: await call(proposalsContract.confirm, { body: { token } }),
    }))
  const stop = () =>
    press(async () => {
      await call(proposalsContract.stopSupporting, { body: { token } })
      return { is: 'gone' }
    })
  if (after?.is === 'gone')
    return (
      <Notice kind="success" heading={t('support.gone')} focus>
        <p className="govuk-body">{t('support.goneText')}</p>
      </Notice>
    )
  if (after?.is === 'confirmed')
    return (
      <Notice kind="success" heading={t('support.done')} focus>
        <p className="govuk-body">{t('support.doneText')}</p>
        <p className="govuk-body">
          <Link to={further.proposal({ proposalId: after.proposal.id })}>
            {after.proposal.question}
          </Link>
        </p>
      </Notice>
    )
  return (
    <>
      {after ? <Notice kind="warning" heading={after.said} focus /> : null}
      <ButtonGroup>
        <Button busy={busy} onClick={() => void confirm()}>
          {t('support.confirm')}
        </Button>
        <Button kind="secondary" busy={busy} onClick={() => void stop()}>
          {t('support.stop')}
        </Button>
      </ButtonGroup>
    </>
  )
}
