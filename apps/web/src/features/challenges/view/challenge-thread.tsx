import type { Challenge } from '@howcanwe/shared/challenges'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../lib/format.ts'
import { Thread } from '../../../ui/index.ts'

/** Where the question stands, with a date at each station as far as one is known. */
export function ChallengeThread({ thread }: { thread: Challenge['thread'] }) {
  const { t } = useTranslation('challenges')
  const formats = useFormats()
  const dated = (on: string | null) => (on ? formats.date(on) : undefined)
  const at = thread.findIndex((s) => s.status === 'now')
  const now = thread[at]
  const next = at < 0 ? undefined : thread[at + 1]
  const name = (station: (typeof thread)[number]['station']) => t(`thread.${station}.verb`)
  const summary = now
    ? t(next?.on ? 'thread.nowNext' : 'thread.nowOnly', {
        now: name(now.station),
        next: next ? name(next.station) : '',
        on: dated(next?.on ?? null),
      })
    : t('thread.ended')
  return (
    <Thread
      label={t('thread.label')}
      summary={summary}
      stations={thread.map(({ station, status, on }) => ({
        key: station,
        state: status,
        verb: name(station),
        date: dated(on),
        ...(status === 'now' ? { note: t(`thread.${station}.note`) } : {}),
      }))}
    />
  )
}
