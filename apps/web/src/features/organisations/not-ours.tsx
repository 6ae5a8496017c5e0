import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, Notice, Tag } from '../../ui/index.ts'

/** "This is not us" under a line of open data, for its own people; others read that they have said it. */
export function NotOurs({
  notOurs,
  maySay,
  about,
  onSay,
}: {
  notOurs: boolean
  maySay: boolean
  /** Read aloud after the words on the button, so that no two sound alike. */
  about: string
  onSay: (ours: boolean) => Promise<void>
}) {
  const { t } = useTranslation(['organisations+funding', 'problems'])
  const [refusal, setRefusal] = useState<unknown>()
  const press = () => {
    setRefusal(undefined)
    onSay(notOurs).catch(setRefusal)
  }
  return (
    <>
      {refusal ? <Notice kind="warning" heading={sentenceOf(t, refusal)} focus /> : null}
      {notOurs ? (
        <p className="govuk-body">
          <Tag tone="caution">{t(maySay ? 'notOurs.said' : 'notOurs.theySaid')}</Tag>
        </p>
      ) : null}
      {maySay ? (
        <Button kind="quiet" onClick={press}>
          {t(notOurs ? 'notOurs.back' : 'notOurs.say')}{' '}
          <span className="govuk-visually-hidden">{about}</span>
        </Button>
      ) : null}
    </>
  )
}
