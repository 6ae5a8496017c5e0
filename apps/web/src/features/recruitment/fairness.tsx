import type { Recruitment } from '@howcanwe/shared/recruitment'
import { useTranslation } from 'react-i18next'

/** How equal the chances are that the targets left (M29). */
export function Fairness({ recruitment }: { recruitment: Recruitment }) {
  const { t } = useTranslation('recruitment')
  const { way, lowest, highest, fairness } = recruitment
  if (way !== 'lottery' || lowest === null || highest === null) return null
  return (
    <p className="govuk-body">
      {t('page.chances', { lowest, highest })}{' '}
      {highest - lowest <= 1 ? t('page.fairnessAll') : t('page.fairness', { fairness })}
    </p>
  )
}
