import type { Group } from '@howcanwe/shared/codesign'
import { Suspense, use } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsFor } from '../lib/i18n.ts'
import { Link } from '../ui/index.ts'
import { further } from './further-paths.ts'

const WORDS = ['suggestions']
const AT_WORK: readonly Group['state'][] = ['active', 'reporting-back', 'homework-marked', 'closed']

/** What came of what the groups of a challenge said, on its page, which brings no words for it. */
export function YouSaidOf({ groups }: { groups: readonly Group[] }) {
  const shown = groups.filter(({ state }) => AT_WORK.includes(state))
  if (shown.length === 0) return null
  return (
    <Suspense fallback={null}>
      <Shown groups={shown} />
    </Suspense>
  )
}

function Shown({ groups }: { groups: readonly Group[] }) {
  const { t, i18n } = useTranslation('suggestions')
  use(wordsFor(i18n, WORDS))
  return (
    <ul className="govuk-list">
      {groups.map(({ id, name }) => (
        <li key={id}>
          <Link className="govuk-link" to={further.youSaid({ groupId: id })}>
            {t('youSaid.door')}
          </Link>
          <span className="hcw-line hcw-soft">{t('youSaid.doorText', { group: name })}</span>
        </li>
      ))}
    </ul>
  )
}
