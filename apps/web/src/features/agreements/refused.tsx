import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'

/** Why a step was refused, in a sentence; nothing while it was not. */
export function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation('problems')
  if (!error) return null
  return (
    <p className="govuk-error-message" role="alert">
      {sentenceOf(t, error)}
    </p>
  )
}
