import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useOwnIntroductions } from '../features/introductions/introductions.queries.ts'
import { Link } from '../ui/index.ts'
import { further } from './further-paths.ts'
import { Page, page } from './page.tsx'

const today = page(async () => Waiting, ['introductions'])

/** Introductions that wait for an answer, on a page that brings no words for them; nothing where there are none. */
export const IntroductionsToday = () => (
  <Suspense fallback={null}>
    <Page of={today} />
  </Suspense>
)

function Waiting() {
  const { t } = useTranslation('introductions')
  const waiting = useOwnIntroductions().data?.items.filter((i) => i.state === 'asked') ?? []
  if (waiting.length === 0) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('today.title')}</h2>
      <ul className="govuk-list">
        {waiting.map((one) => (
          <li key={`${one.id} ${one.own.id}`}>
            <Link className="govuk-link" to={further.introductions()}>
              {t('today.one', { other: one.other.name })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
