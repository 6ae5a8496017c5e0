import { codesignContract } from '@howcanwe/shared/codesign'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, Notice } from '../../ui/index.ts'

/** Opening the link does nothing, because mail scanners open links; the press leaves. `after`: where to go then. */
export function LeaveStep({ token, after }: { token: string; after: ReactNode }) {
  const { t } = useTranslation(['codesign', 'problems'])
  const call = useCall()
  const [state, setState] = useState<'asked' | 'busy' | 'left'>('asked')
  const [refusal, setRefusal] = useState<unknown>()
  const press = async () => {
    setState('busy')
    try {
      await call(codesignContract.leave, { body: { manageToken: token } })
      setRefusal(undefined)
      setState('left')
    } catch (error) {
      setRefusal(error)
      setState('asked')
    }
  }
  if (state === 'left') {
    return (
      <>
        <Notice kind="success" heading={t('codesign:leave.done')} focus>
          <p className="govuk-body">{t('codesign:leave.doneText')}</p>
        </Notice>
        {after}
      </>
    )
  }
  return (
    <>
      {refusal ? <Notice kind="warning" heading={sentenceOf(t, refusal)} focus /> : null}
      <p className="govuk-body">{t('codesign:leave.deleted')}</p>
      <Button onClick={press} busy={state === 'busy'}>
        {t('codesign:leave.press')}
      </Button>
    </>
  )
}
