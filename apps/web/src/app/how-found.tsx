import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Details, Loading } from '../ui/index.ts'
import { Page, page } from './page.tsx'

const found = page(() => import('./how-found-inside.tsx').then((m) => m.HowFoundHere), ['matching'])

/** How organisations are found, on the page of a challenge: closed, and fetched only when somebody opens it (TR3). */
export function HowFoundDetail() {
  const { t } = useTranslation('challenges')
  const [opened, setOpened] = useState(false)
  return (
    <Details summary={t('page.howFound')} onToggle={() => setOpened(true)}>
      {opened ? (
        <Suspense fallback={<Loading />}>
          <Page of={found} />
        </Suspense>
      ) : null}
    </Details>
  )
}
