import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { languageOf } from '../../features/challenges/question.ts'
import { ReadThroughPanel } from '../../features/readings/read-through-panel.tsx'
import { useReadingDesk } from '../../features/readings/readings.queries.ts'
import { ShortenForm } from '../../features/readings/shorten-form.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, PageHeading } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { SignedIn } from '../signed-in.tsx'

/** Where the broker follows a read-through, and may let it be shorter. */
export function ReadThroughDeskPage() {
  const { challengeId = '' } = useParams()
  return (
    <SignedIn roles={['broker', 'commissioner']}>
      <Following key={challengeId} challengeId={challengeId} />
    </SignedIn>
  )
}

function Following({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation('readings')
  const path = paths.readThrough({ challengeId })
  const query = useReadingDesk(challengeId)
  const lang = languageOf(query.data?.question ?? '')
  return (
    <Loaded query={query} lines={6}>
      {({ question, can, open }) => (
        <>
          <PageHeading title={question} lang={lang} caption={t('desk.caption')} />
          <p className="govuk-body">
            <Link className="govuk-link" to={path}>
              {t('desk.page')}
            </Link>
          </p>
          {open ? <ReadThroughPanel challengeId={challengeId} lang={lang} path={path} /> : null}
          <Shorten challengeId={challengeId} may={can.shorten} />
        </>
      )}
    </Loaded>
  )
}

/** Stays to say that it is done, when it may not be done again. */
function Shorten({ challengeId, may }: { challengeId: string; may: boolean }) {
  const [shown] = useState(may)
  return shown ? <ShortenForm challengeId={challengeId} /> : null
}
