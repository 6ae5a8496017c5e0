import type { QueryClient } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { use, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { isProblem } from '../lib/errors.ts'
import { wordsFor } from '../lib/i18n.ts'
import type { Acting } from '../lib/session.ts'
import { switchTo, useActFor } from '../lib/use-act-for.ts'
import { Link } from '../ui/index.ts'
import { paths } from './paths.ts'

/** Above every page while somebody does things for another, so that nobody forgets who they are just now. */
export default function ActingBar({ acting }: { acting: Acting }) {
  const { t, i18n } = useTranslation('supporters')
  use(wordsFor(i18n, ['supporters']))
  const act = useActFor()
  const navigate = useNavigate()
  useEnding()
  const back = async () => {
    await act(null).catch(() => undefined)
    navigate(paths.myPart({ part: 'helping' }))
  }
  return (
    <section className="hcw-ribbon hcw-acting" aria-label={t('bar.label')}>
      <p className="hcw-width" role="status">
        <strong>{t('bar.now', { name: acting.name })}</strong>{' '}
        <Link to={paths.myPart({ part: 'helping' })}>{t('bar.what')}</Link>{' '}
        <button type="button" className="hcw-link-button" onClick={back}>
          {t('bar.back')}
        </button>
      </p>
    </section>
  )
}

const OVER = 'auth.not_supporting'

/** The first refusal that says it is over ends it here too, whichever page was asking. */
function useEnding(): void {
  const client = useQueryClient()
  useEffect(() => watch(client, () => void switchTo(client, null).catch(() => undefined)), [client])
}

function watch(client: QueryClient, ended: () => void): () => void {
  let told = false
  const look = (error: unknown) => {
    if (told || !isProblem(error, OVER)) return
    told = true
    ended()
  }
  const stops = [
    client.getQueryCache().subscribe(({ query }) => look(query.state.error)),
    client.getMutationCache().subscribe(({ mutation }) => look(mutation?.state.error)),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
