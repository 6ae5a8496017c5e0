import { goesBeyond } from '@howcanwe/shared/organisations'
import { useQuery } from '@tanstack/react-query'
import { Suspense, use } from 'react'
import { useTranslation } from 'react-i18next'
import { hoursQuery } from '../features/organisations/hours.queries.ts'
import { wordsFor } from '../lib/i18n.ts'
import { Link, Notice } from '../ui/index.ts'
import { further } from './further-paths.ts'

/** Its words come when it is first drawn: the page carries them for nobody who has hours left. */
export function GuardNote(props: GuardNoteProps) {
  const { i18n } = useTranslation()
  const hours = useQuery(hoursQuery(props.organisationId)).data
  if (!hours || hours.spare === null) return null
  const { spare, committed } = hours
  if (!goesBeyond({ spare, committed, adding: props.adding })) return null
  return (
    <Suspense>
      <Beyond {...props} words={wordsFor(i18n, ['hours'])} spare={spare} committed={committed} />
    </Suspense>
  )
}

export interface GuardNoteProps {
  organisationId: string
  /** Hours a month of the answer. */
  adding: number
}

/** Before an answer is sent: that it goes beyond four fifths of the hours they can spare. It stops nothing (T7). */
function Beyond({
  organisationId,
  adding,
  words,
  spare,
  committed,
}: GuardNoteProps & { words: ReturnType<typeof wordsFor>; spare: number; committed: number }) {
  use(words)
  const { t } = useTranslation('hours')
  return (
    <Notice kind="warning" heading={t('guard.title', { spare, sum: committed + adding })}>
      <p>
        {t('guard.text')}{' '}
        <Link to={further.hours({}, { o: organisationId })}>{t('guard.link')}</Link>
      </p>
    </Notice>
  )
}
