import { useTranslation } from 'react-i18next'
import { Button, Details, Notice } from '../../ui/index.ts'

interface ToTellProps {
  /** How many have not been told. */
  count: number
  /** Only they are shown now. */
  only: boolean
  onOnly: (only: boolean) => void
}

/** Who is in the book without knowing it, and what to say to them (UK GDPR art. 14). */
export function ToTell({ count, only, onOnly }: ToTellProps) {
  const { t } = useTranslation('contacts')
  return (
    <Notice kind="info" heading={t('untold.count', { count })}>
      <p className="govuk-body">{t('untold.why')}</p>
      <Details summary={t('untold.script')}>
        <blockquote className="govuk-inset-text">{t('untold.say')}</blockquote>
      </Details>
      <Button kind="secondary" onClick={() => onOnly(!only)}>
        {t(only ? 'untold.everybody' : 'untold.only')}
      </Button>
    </Notice>
  )
}
