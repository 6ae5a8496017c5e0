import { Suspense, use } from 'react'
import { useTranslation } from 'react-i18next'
import { useCoAuthors } from '../features/proposals/proposals.queries.ts'
import { wordsFor } from '../lib/i18n.ts'
import { Link } from '../ui/index.ts'
import { further } from './further-paths.ts'

interface CoAuthor {
  proposalId: string
  name: string | null
  question: string
}

/** Who put a question on the table, with their own words one link away; nothing where nobody did. Needs `proposals`. */
export function CameFrom({ items }: { items: readonly CoAuthor[] }) {
  const { t } = useTranslation('proposals')
  if (items.length === 0) return null
  return (
    <section aria-labelledby="came-from">
      <h2 className="govuk-heading-m" id="came-from">
        {t('coAuthorsOf.title')}
      </h2>
      {items.map((one) => (
        <p className="govuk-body" key={one.proposalId}>
          {t('coAuthorsOf.text', { names: one.name ?? t('aResident') })}{' '}
          <Link to={further.proposal({ proposalId: one.proposalId })}>{t('coAuthorsOf.page')}</Link>
        </p>
      ))}
    </section>
  )
}

const WORDS = ['proposals']

/** The same on the page of a challenge, which brings no words for it. */
export function CoAuthorsOf({ challengeId }: { challengeId: string }) {
  const { data } = useCoAuthors(challengeId)
  if (!data || data.items.length === 0) return null
  return (
    <Suspense fallback={null}>
      <WithWords items={data.items} />
    </Suspense>
  )
}

function WithWords({ items }: { items: readonly CoAuthor[] }) {
  const { i18n } = useTranslation()
  use(wordsFor(i18n, WORDS))
  return <CameFrom items={items} />
}
