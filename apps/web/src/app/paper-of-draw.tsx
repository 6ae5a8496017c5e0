import { useTranslation } from 'react-i18next'
import { isRunning, useRecruitment } from '../features/recruitment/recruitment.queries.ts'
import { Link } from '../ui/index.ts'
import { further } from './further-paths.ts'

/** While a group finds its people by draw: the form for a name, and where it is typed in when it comes back. */
export function PaperOfDraw({ groupId }: { groupId: string }) {
  const { t } = useTranslation('group-paper')
  const draw = useRecruitment(groupId).data
  if (!draw || !isRunning(draw)) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('draw.title')}</h2>
      <p className="govuk-body">{t('draw.text')}</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          <Link className="govuk-link" to={further.drawForm({ groupId })}>
            {t('draw.form')}
          </Link>
        </li>
        <li>
          <Link className="govuk-link" to={further.enterName({ groupId })}>
            {t('draw.typeIn')}
          </Link>
        </li>
      </ul>
    </section>
  )
}
