import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { i18n as I18n } from 'i18next'
import { type ReactNode, useEffect, useMemo } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { PlaceFormatProvider, useFormats } from '../lib/format.ts'
import { type UiWords, UiWordsProvider } from '../ui/index.ts'
import { usePlace } from './place.ts'

/** Fills the primitives' own words from the catalogue, and keeps `lang` on the page in step. */
function Words({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation(['ui', 'layout'])
  const { clock } = useFormats()
  const place = usePlace()
  const siteName = place?.name ?? t('layout:product')
  useEffect(() => {
    document.documentElement.lang = i18n.language
    document.documentElement.dir = i18n.dir()
  }, [i18n, i18n.language])
  const words = useMemo<UiWords>(
    () => ({
      siteName,
      error: t('error'),
      problemTitle: t('problemTitle'),
      optional: t('optional'),
      day: t('day'),
      month: t('month'),
      year: t('year'),
      charactersLeft: (count) => t('charactersLeft', { count }),
      charactersOver: (count) => t('charactersOver', { count }),
      wordsLeft: (count) => t('wordsLeft', { count }),
      wordsOver: (count) => t('wordsOver', { count }),
      info: t('info'),
      success: t('success'),
      warning: t('warning'),
      loading: t('loading'),
      done: t('done'),
      now: t('now'),
      toCome: t('toCome'),
      showStages: t('showStages'),
      hideStages: t('hideStages'),
      saving: t('saving'),
      savedAt: (at) => t('savedAt', { time: clock(at) }),
      notSaved: t('notSaved'),
      savedOnDevice: t('savedOnDevice'),
      changedElsewhere: t('changedElsewhere'),
    }),
    [t, clock, siteName],
  )
  return <UiWordsProvider words={words}>{children}</UiWordsProvider>
}

function PlaceFormats({ children }: { children: ReactNode }) {
  const place = usePlace()
  const zone = place?.timeZone ?? 'Europe/London'
  const currency = place?.currency ?? 'GBP'
  const settings = useMemo(() => ({ zone, currency }), [zone, currency])
  return <PlaceFormatProvider value={settings}>{children}</PlaceFormatProvider>
}

export interface ProvidersProps {
  client: QueryClient
  i18n: I18n
  children: ReactNode
}

/** Everything a page may ask for from above; the router is put around it by whoever draws it. */
export function Providers({ client, i18n, children }: ProvidersProps) {
  return (
    <QueryClientProvider client={client}>
      <I18nextProvider i18n={i18n}>
        <PlaceFormats>
          <Words>{children}</Words>
        </PlaceFormats>
      </I18nextProvider>
    </QueryClientProvider>
  )
}
