import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { Notice } from '../../ui/index.ts'

/** What was refused, said where the press was. */
export function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation(['sessions', 'problems'])
  if (!error) return null
  return <Notice key={String(error)} kind="warning" heading={sentenceOf(t, error)} focus />
}
