import type { QueueItem } from '@howcanwe/shared/cases'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { EmptyState, Notice, NoticeList, NoticeListItem, Tag } from '../../ui/index.ts'
import { useQueue } from './cases.queries.ts'
import { NoteBox } from './note-box.tsx'

/** Where each kind of thing is done. */
export interface QueuePaths {
  case: (caseId: string) => string
  challenge: (slug: string) => string
  questions: (challengeId: string) => string
  reading: (challengeId: string) => string
  matches: (challengeId: string) => string
  introductions: () => string
  hours: () => string
  contacts: () => string
  proposals: () => string
}

function toOf({ kind, caseId, challenge }: QueueItem, paths: QueuePaths): string | undefined {
  if (caseId) return paths.case(caseId)
  if (kind === 'capacity') return paths.hours()
  if (kind === 'untold') return paths.contacts()
  if (kind.startsWith('proposal-')) return paths.proposals()
  if (kind === 'introduction' || kind === 'introduction-by-hand') return paths.introductions()
  if (!challenge) return undefined
  if (kind === 'questions') return paths.questions(challenge.id)
  if (kind === 'readers') return paths.reading(challenge.id)
  if (kind === 'by-hand' || kind === 'gap') return paths.matches(challenge.id)
  return challenge.slug ? paths.challenge(challenge.slug) : undefined
}

/** Done by a call or a visit, and by writing that down. */
const isRung = ({ kind, challenge, organisationId }: QueueItem): boolean =>
  kind === 'capacity'
    ? organisationId !== null
    : ['by-hand', 'together-by-hand', 'tell'].includes(kind) && challenge !== null

/** Due at the end of a day is due on that day. */
const lastMoment = (at: Date) => new Date(at.getTime() - 1)

function useWaits() {
  const { t } = useTranslation('cases')
  const { relativeDay, minutes } = useFormats()
  return ({ since, dueAt, late, minutes: count }: QueueItem): string => {
    const now = new Date()
    const due = dueAt ? relativeDay(lastMoment(dueAt), now) : null
    return [
      due ? t(late ? 'queue.late' : 'queue.due', { when: due }) : t('queue.noDay'),
      since ? t('queue.since', { when: relativeDay(since, now) }) : '',
      t('queue.takes', { minutes: minutes(count) }),
    ]
      .filter(Boolean)
      .join(' · ')
  }
}

/** The broker's day: who or what waits, since when, by when, and about how many minutes. Needs `cases`. */
export function QueueList({ placeId, paths }: { placeId: string; paths: QueuePaths }) {
  const { t } = useTranslation('cases')
  const { minutes } = useFormats()
  const waits = useWaits()
  const [noted, setNoted] = useState<string | null>(null)
  return (
    <section aria-labelledby="queue">
      <h2 className="govuk-heading-m" id="queue">
        {t('queue.title')}
      </h2>
      {noted ? (
        <Notice key={noted} kind="success" heading={t('note.done', { name: noted })} focus />
      ) : null}
      <Loaded query={useQueue(placeId)} lines={4}>
        {(queue) =>
          queue.items.length === 0 ? (
            <EmptyState>{t('queue.none')}</EmptyState>
          ) : (
            <>
              <p className="govuk-body">
                {t('queue.sum', { count: queue.items.length, minutes: minutes(queue.minutes) })}
              </p>
              <NoticeList>
                {queue.items.map((item) => (
                  <NoticeListItem
                    key={`${item.kind} ${item.caseId ?? ''} ${item.challenge?.id ?? ''} ${item.organisationId ?? ''} ${item.registerEntryId ?? ''} ${item.title}`}
                    level={3}
                    title={item.title}
                    {...(toOf(item, paths) ? { to: toOf(item, paths) } : {})}
                    caption={
                      <Tag tone={item.late ? 'caution' : 'quiet'}>
                        {t(`queue.kind.${item.kind}`, { count: item.count })}
                      </Tag>
                    }
                  >
                    {item.note ? <p className="govuk-body">{item.note}</p> : null}
                    <p className="govuk-body">{waits(item)}</p>
                    {isRung(item) ? (
                      <NoteBox placeId={placeId} item={item} onNoted={setNoted} />
                    ) : null}
                  </NoticeListItem>
                ))}
              </NoticeList>
            </>
          )
        }
      </Loaded>
    </section>
  )
}
