import { useTranslation } from 'react-i18next'
import { Prose } from '../prose.tsx'

/** The true state of what was tested and what was not; change it when the tests change. */
export function AccessibilityPage() {
  const { t } = useTranslation('help')
  return (
    <Prose
      page="accessibility"
      sections={['state', 'tested', 'untested', 'tell']}
      after={<p className="hcw-soft">{t('accessibility.date')}</p>}
    />
  )
}
