import { useTranslation } from 'react-i18next'
import { Link } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { Prose } from '../prose.tsx'

/** What people decide here, what the computer does, and what is written down. */
export function HowDecisionsAreMadePage() {
  const { t } = useTranslation('help')
  const onwards = (
    <ul className="govuk-list">
      <li>
        <Link to={further.matchingHere()} className="govuk-link">
          {t('decisions.matching')}
        </Link>
      </li>
      <li>
        <Link to={paths.trail()} className="govuk-link">
          {t('decisions.trail')}
        </Link>
      </li>
    </ul>
  )
  return (
    <Prose page="decisions" sections={['dates', 'suggest', 'choose', 'record']} after={onwards} />
  )
}
