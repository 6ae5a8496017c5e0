import { typedContract } from '@howcanwe/shared/cases'
import { organisationsContract } from '@howcanwe/shared/organisations'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pagesFor, queryFor } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { useSettled } from '../../lib/use-settled.ts'
import { type Named, NamePicker, type NamePickerProps } from './name-picker.tsx'

const PAUSE_MS = 300
const A_PHONE_FULL = 8

type Given = Pick<NamePickerProps, 'name' | 'label' | 'error' | 'picked' | 'onPick'> & {
  placeId: string
}

/** Words of what was found, or of why nothing was. */
function useStatus() {
  const { t } = useTranslation(['cases', 'problems'])
  return ({
    q,
    count,
    isPending,
    error,
    more,
  }: {
    q: string
    count: number
    isPending: boolean
    error: unknown
    more: boolean
  }): string => {
    if (error) return sentenceOf(t, error)
    if (isPending) return t('cases:pick.looking')
    if (count === 0) return t(q ? 'cases:pick.none' : 'cases:pick.empty')
    return t(more ? 'cases:pick.foundMore' : 'cases:pick.found', { count })
  }
}

/** One of all organisations of the place. `but`: not this one, where a second is looked for. */
export function PickOrganisation({ placeId, but, ...given }: Given & { but?: string | undefined }) {
  const { t } = useTranslation('cases')
  const [q, setQ] = useState('')
  const asked = useSettled(q.trim(), PAUSE_MS)
  const query = useInfiniteQuery({
    ...pagesFor(organisationsContract.list, {
      query: { placeId, limit: A_PHONE_FULL, ...(asked ? { q: asked } : {}) },
    }),
    placeholderData: keepPreviousData,
  })
  const statusOf = useStatus()
  const found = (query.data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter(({ id }) => id !== but)
    .map(({ id, name, areas }): Named => ({ id, name, hint: areas.map((a) => a.name).join(', ') }))
  const { isPending, error, hasNextPage: more } = query
  return (
    <NamePicker
      {...given}
      hint={t('pick.organisationHint')}
      q={q}
      onType={setQ}
      found={found}
      status={statusOf({ q: asked, count: found.length, isPending, error, more })}
      more={
        more
          ? { busy: query.isFetchingNextPage, onMore: () => void query.fetchNextPage() }
          : undefined
      }
    />
  )
}

/** One of the challenges a broker may work on; `onlyOpen`: answers are still taken, and she typed none of them. */
export function PickChallenge({
  placeId,
  onlyOpen = false,
  ...given
}: Omit<Given, 'onPick'> & {
  onlyOpen?: boolean
  onPick: (one: Named & { slug: string }) => void
}) {
  const { t } = useTranslation('cases')
  const { moment } = useFormats()
  const [q, setQ] = useState('')
  const asked = useSettled(q.trim(), PAUSE_MS)
  const which = onlyOpen ? 'open' : 'any'
  const query = useQuery({
    ...queryFor(typedContract.challenges, { params: { placeId }, query: { q: asked, which } }),
    placeholderData: keepPreviousData,
  })
  const statusOf = useStatus()
  const items = query.data?.items ?? []
  const hintOf = ({ closesAt, typedByMe }: (typeof items)[number]) => {
    if (onlyOpen && typedByMe) return t('pick.typedByMe')
    return closesAt ? t('pick.until', { when: moment(closesAt) }) : undefined
  }
  const { isPending, error } = query
  const more = query.data?.more ?? false
  return (
    <NamePicker
      {...given}
      hint={t('pick.challengeHint')}
      q={q}
      onType={setQ}
      found={items.map((one) => ({
        ...{ id: one.id, name: one.question, hint: hintOf(one) },
        disabled: onlyOpen && one.typedByMe,
      }))}
      onPick={(one) => {
        const slug = items.find(({ id }) => id === one.id)?.slug
        if (slug) given.onPick({ ...one, slug })
      }}
      status={statusOf({ q: asked, count: items.length, isPending, error, more })}
    />
  )
}
