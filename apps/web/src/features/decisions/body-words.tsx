import type { Decision } from '@howcanwe/shared/decisions'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Notice } from '../../ui/index.ts'

/** The last word of a body: by when, late or given, by whom and why. */
export function BodyWords({ body }: { body: NonNullable<Decision['body']> }) {
  const { t } = useTranslation('decisions')
  const { day } = useFormats()
  const { name, dueAt, late, answer, reasons } = body
  if (answer)
    return (
      <Notice heading={t(`body.${answer}`, { name })}>
        <p className="govuk-body">{reasons}</p>
      </Notice>
    )
  if (!dueAt) return <p className="govuk-body">{t('body.will', { name })}</p>
  const on = day(new Date(dueAt.getTime() - 1))
  return (
    <Notice
      kind={late ? 'warning' : 'info'}
      heading={t(late ? 'body.late' : 'body.due', { name, day: on })}
    />
  )
}
