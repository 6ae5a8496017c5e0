import { useTranslation } from 'react-i18next'
import { Link } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { Prose } from '../prose.tsx'

/** What people decide here, what the computer does, and what is written down. */
export function HowDecisionsAreMadePage() {
  const { t } = useTranslation('help')
  const toTrail = (
    <p className="govuk-body">
      <Link to={paths.trail()} className="govuk-link">
        {t('decisions.trail')}
      </Link>
    </p>
  )
  return (
    <Prose page="decisions" sections={['dates', 'suggest', 'choose', 'record']} after={toTrail} />
  )
}
