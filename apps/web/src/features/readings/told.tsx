import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Notice } from '../../ui/index.ts'
import type { Said } from './use-commenting.ts'

/** After sending: when the answer comes and from whom, and what is owed for the time it took. */
export function Told({ said, asker }: { said: Said; asker: string }) {
  const { t } = useTranslation('readings')
  const { day, money, minutes } = useFormats()
  return (
    <Notice
      kind="success"
      focus
      heading={t('told.title', { asker, by: day(said.comment.answerBy) })}
    >
      <p className="govuk-body">{t('told.text')}</p>
      {said.owedPence ? (
        <p className="govuk-body">
          {t('told.owed', { minutes: minutes(said.minutes), money: money(said.owedPence) })}
        </p>
      ) : null}
    </Notice>
  )
}
