import { codesignContract } from '@howcanwe/shared/codesign'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { Button } from '../../ui/index.ts'
import './codesign.scss'

interface Opening {
  groupId: string
  memberId: string
  name: string
}

/** What one person needs, read only when asked for, and kept nowhere but on the screen. */
export function NeedsBox({ groupId, memberId, name }: Opening) {
  const { t } = useTranslation(['codesign', 'problems'])
  const call = useCall()
  const [needs, setNeeds] = useState<string>()
  const [refusal, setRefusal] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const read = async () => {
    setBusy(true)
    try {
      const params = { groupId, memberId }
      setNeeds((await call(codesignContract.needs, { params, body: {} })).needs)
    } catch (error) {
      setRefusal(error)
    } finally {
      setBusy(false)
    }
  }
  if (needs !== undefined) {
    return (
      <div className="hcw-needs" role="status">
        <p className="hcw-needs__title">{t('codesign:desk.needsTitle', { name })}</p>
        <p className="hcw-needs__text">{needs}</p>
        <p className="hcw-soft">{t('codesign:desk.private')}</p>
      </div>
    )
  }
  return (
    <p className="govuk-body">
      {refusal ? <strong role="alert">{sentenceOf(t, refusal)} </strong> : null}
      <Button kind="quiet" onClick={read} busy={busy}>
        {t('codesign:desk.readNeeds', { name })}
      </Button>{' '}
      <span className="hcw-soft">{t('codesign:desk.needsRecorded')}</span>
    </p>
  )
}
