import type { Organisation } from '@howcanwe/shared/organisations'
import type { Place } from '@howcanwe/shared/places'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import {
  Button,
  EmptyState,
  Loading,
  LoadMore,
  Notice,
  NoticeList,
  NoticeListItem,
  Tag,
  TextField,
} from '../../ui/index.ts'
import { organisationsQuery, useCheck } from './organisations.queries.ts'
import './organisations.scss'
import { OrganisationMark } from './sector.tsx'

/** Every organisation of a place, for its broker: how to reach it, and "I have checked". */
export function OrganisationList({
  place,
  entry,
}: {
  place: Place
  /** Address of somebody's own page. */
  entry: (id: string) => string
}) {
  const { t } = useTranslation(['organisations', 'problems'])
  const [q, setQ] = useState('')
  const pages = useInfiniteQuery(organisationsQuery(place.id, q))
  const check = useCheck()
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? []
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setQ(String(new FormData(event.currentTarget).get('q') ?? '').trim())
  }
  return (
    <>
      {check.data ? (
        <Notice kind="success" heading={t('list.checked', { name: check.data.name })} focus />
      ) : null}
      {check.error ? <Notice kind="warning" heading={sentenceOf(t, check.error)} focus /> : null}
      <form onSubmit={search}>
        <TextField label={t('list.search')} name="q" type="search" width={20} />
        <Button type="submit" kind="secondary">
          {t('list.find')}
        </Button>
      </form>
      {pages.error ? <Notice kind="warning" heading={sentenceOf(t, pages.error)} /> : null}
      {pages.isPending ? <Loading lines={6} /> : null}
      {pages.data && rows.length === 0 ? (
        <EmptyState>{t(q ? 'list.noneFound' : 'list.none')}</EmptyState>
      ) : null}
      <NoticeList>
        {rows.map((organisation) => (
          <Entry
            key={organisation.id}
            organisation={organisation}
            to={entry(organisation.id)}
            busy={check.isPending && check.variables === organisation.id}
            onCheck={() => check.mutate(organisation.id)}
          />
        ))}
      </NoticeList>
      {rows.length > 0 ? (
        <LoadMore
          label={t('list.more')}
          status=""
          hasMore={pages.hasNextPage}
          busy={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      ) : null}
    </>
  )
}

function Entry({
  organisation,
  to,
  busy,
  onCheck,
}: {
  organisation: Organisation
  to: string
  busy: boolean
  onCheck: () => void
}) {
  const { t } = useTranslation(['organisations', 'places'])
  const formats = useFormats()
  const { name, sector, state, stale, contact, themes, areas, can } = organisation
  return (
    <NoticeListItem
      to={to}
      title={name}
      caption={
        <span className="hcw-beside">
          <OrganisationMark sector={sector} />
          <Tag>{t(`states.${state}.tag`)}</Tag>
          {stale ? <Tag tone="caution">{t('stale.tag')}</Tag> : null}
        </span>
      }
    >
      <p className="govuk-body">
        {formats.list(themes.map((one) => t(`places:themes.${one}`)))}.{' '}
        {formats.list(areas.map((a) => a.name))}.
      </p>
      {contact ? (
        <p className="govuk-body">
          {[contact.name, contact.phone, contact.email].filter(Boolean).join(', ')}
        </p>
      ) : null}
      {can.check ? (
        <Button
          kind="secondary"
          busy={busy}
          aria-label={t('list.checkHidden', { name })}
          onClick={onCheck}
        >
          {t('list.check')}
        </Button>
      ) : null}
    </NoticeListItem>
  )
}
