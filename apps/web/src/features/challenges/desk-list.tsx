import type { challengesContract } from '@howcanwe/shared/challenges'
import type { Result } from '@howcanwe/shared/http'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './challenges.scss'
import { useFormats } from '../../lib/format.ts'
import { Link, NoticeList, NoticeListItem, Tag } from '../../ui/index.ts'
import { languageOf } from './question.ts'

export type DeskItem = Result<typeof challengesContract.mine>['items'][number]

/** Where the work on one question goes on. */
export interface DeskPaths {
  edit: (id: string) => string
  page: (slug: string) => string
  responses: (id: string) => string
  matches: (id: string) => string
  questions: (id: string) => string
  /** Where a broker follows its first readers. */
  reading: (id: string) => string
  newGroup: (id: string) => string
}

export const DESK_GROUPS = ['needsYou', 'open', 'over'] as const
export type DeskGroup = (typeof DESK_GROUPS)[number]

type State = DeskItem['state']
const WAITS: readonly State[] = ['draft', 'read-through', 'paused', 'choosing']
const RUNS: readonly State[] = ['read-through', 'open', 'paused', 'choosing']

/**
 * Pure: a draft, readers to answer, a pause and a finished collection of answers wait for their commissioner; the
 * rest runs by itself.
 */
export function deskGroupOf({ state, mine }: Pick<DeskItem, 'state' | 'mine'>): DeskGroup {
  if (mine && WAITS.includes(state)) return 'needsYou'
  return RUNS.includes(state) ? 'open' : 'over'
}

/** Everyday words of a state live with the lists; these two only a desk and its own page show. */
const stateKey = (state: State) =>
  state === 'read-through' || state === 'paused'
    ? (`desk.state.${state}` as const)
    : (`state.${state}` as const)

/** What there is to do with one question, the first the most pressing. */
function Actions({ item, paths }: { item: DeskItem; paths: DeskPaths }) {
  const { t } = useTranslation('challenges')
  const { id, slug, state, mine } = item
  const links: [string, string][] = []
  if (mine && (state === 'choosing' || state === 'formed' || state === 'none-chosen'))
    links.push([paths.responses(id), t('desk.responses')])
  // Whoever asks is a party: the list of who fits is the broker's.
  if (!mine && state === 'open') links.push([paths.matches(id), t('desk.matches')])
  if (state === 'read-through')
    links.push(mine ? [paths.edit(id), t('desk.readers')] : [paths.reading(id), t('desk.follow')])
  if (state === 'open' || state === 'paused' || state === 'choosing')
    links.push([paths.questions(id), t('desk.questions')])
  if (slug) links.push([paths.page(slug), t('desk.page')])
  if (mine && (state === 'open' || state === 'paused' || state === 'choosing'))
    links.push([paths.edit(id), t('desk.manage')])
  if (state === 'open' || state === 'choosing')
    links.push([paths.newGroup(id), t('desk.startGroup')])
  return (
    <p className="hcw-desk__links">
      {links.map(([to, words]) => (
        <Link key={to} to={to}>
          {words}
          <span className="govuk-visually-hidden">: {item.question}</span>
        </Link>
      ))}
    </p>
  )
}

function useWhen() {
  const { t } = useTranslation('challenges')
  const { day, moment, relativeDay } = useFormats()
  return ({ state, closesAt, resultsBy, savedAt }: DeskItem): string => {
    const now = new Date()
    if (state === 'draft') return t('desk.when.draft', { when: relativeDay(savedAt, now) })
    if (state === 'open' && closesAt)
      return t('desk.when.open', { when: relativeDay(closesAt, now), moment: moment(closesAt) })
    if (state === 'choosing' && resultsBy)
      return t('desk.when.choosing', { when: relativeDay(resultsBy, now), day: day(resultsBy) })
    if (state === 'read-through' || state === 'paused') return t(`desk.when.${state}`)
    return t(`state.${state}`)
  }
}

/** The questions of a desk, those that need somebody first. */
export function DeskList({ items, paths }: { items: readonly DeskItem[]; paths: DeskPaths }) {
  const { t } = useTranslation('challenges')
  const when = useWhen()
  const title = (item: DeskItem): ReactNode => item.question || t('desk.untitled')
  const toOf = ({ id, slug, state, mine }: DeskItem): string => {
    if (mine && (state === 'draft' || state === 'read-through' || state === 'paused'))
      return paths.edit(id)
    if (state === 'read-through') return paths.reading(id)
    if (mine && state === 'choosing') return paths.responses(id)
    return slug ? paths.page(slug) : paths.edit(id)
  }
  return DESK_GROUPS.map((group) => {
    const listed = items.filter((item) => deskGroupOf(item) === group)
    if (listed.length === 0) return null
    return (
      <section key={group}>
        <h2 className="govuk-heading-m">{t(`desk.group.${group}`)}</h2>
        <NoticeList>
          {listed.map((item) => (
            <NoticeListItem
              key={item.id}
              level={3}
              to={toOf(item)}
              title={title(item)}
              lang={languageOf(item.question)}
              caption={
                <Tag tone={group === 'needsYou' ? 'caution' : 'quiet'}>
                  {t(stateKey(item.state))}
                </Tag>
              }
            >
              <p className="govuk-body hcw-challenge-summary">{when(item)}</p>
              <Actions item={item} paths={paths} />
            </NoticeListItem>
          ))}
        </NoticeList>
      </section>
    )
  })
}
