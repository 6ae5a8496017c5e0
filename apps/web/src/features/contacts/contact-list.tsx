import type { Contact } from '@howcanwe/shared/contacts'
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
import { bookQuery, useBook, type Wish } from './contacts.queries.ts'
import { ToTell } from './to-tell.tsx'

export interface ContactListProps {
  placeId: string
  linkTo: (contactId: string) => string
}

/** The address book: found by part of a name, with who has not been told that they are in it. Needs `contacts`. */
export function ContactList({ placeId, linkTo }: ContactListProps) {
  const { t } = useTranslation(['contacts', 'problems'])
  const [wish, setWish] = useState<Wish>({ q: '', untold: false })
  const pages = useInfiniteQuery(bookQuery(placeId, wish))
  const first = pages.data?.pages[0]
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? []
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setWish({ ...wish, q: String(new FormData(event.currentTarget).get('q') ?? '').trim() })
  }
  return (
    <>
      <form onSubmit={search}>
        <TextField label={t('list.search')} name="q" type="search" width={20} autoComplete="off" />
        <Button type="submit" kind="secondary">
          {t('list.find')}
        </Button>
      </form>
      {first && first.untold > 0 ? (
        <ToTell
          count={first.untold}
          only={wish.untold}
          onOnly={(untold) => setWish({ ...wish, untold })}
        />
      ) : null}
      {pages.error ? <Notice kind="warning" heading={sentenceOf(t, pages.error)} /> : null}
      {pages.isPending ? <Loading lines={6} /> : null}
      {first && rows.length === 0 ? (
        <EmptyState>{t(first.total > 0 ? 'list.noneFound' : 'list.none')}</EmptyState>
      ) : null}
      <NoticeList label={t('list.label')}>
        {rows.map((contact) => (
          <Entry key={contact.id} {...{ placeId, contact }} to={linkTo(contact.id)} />
        ))}
      </NoticeList>
      {first && rows.length > 0 ? (
        <LoadMore
          label={t('list.more')}
          status={t('list.shown', { shown: rows.length, count: first.total })}
          hasMore={pages.hasNextPage}
          busy={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      ) : null}
    </>
  )
}

/** How to reach them, as links a phone can follow. */
export function Reach({ contact: { contactName, phone, email } }: { contact: Contact }) {
  return (
    <p className="govuk-body">
      {contactName}
      {phone ? (
        <>
          {contactName ? ', ' : ''}
          <a className="govuk-link" href={`tel:${phone}`}>
            {phone}
          </a>
        </>
      ) : null}
      {email ? (
        <>
          {contactName || phone ? ', ' : ''}
          <a className="govuk-link" href={`mailto:${email}`}>
            {email}
          </a>
        </>
      ) : null}
    </p>
  )
}

function Entry({ placeId, contact, to }: { placeId: string; contact: Contact; to: string }) {
  const { t } = useTranslation(['contacts', 'problems'])
  const { date } = useFormats()
  const { tell } = useBook()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<unknown>()
  const told = () => {
    setBusy(true)
    tell(placeId, [contact.id])
      .catch(setRefused)
      .finally(() => setBusy(false))
  }
  return (
    <NoticeListItem
      to={to}
      title={contact.organisationName}
      caption={contact.toldAt ? null : <Tag tone="caution">{t('untold.tag')}</Tag>}
    >
      <Reach contact={contact} />
      {contact.areas ? <p className="govuk-body">{contact.areas}</p> : null}
      {contact.toldAt ? null : (
        <>
          {refused ? <Notice kind="warning" heading={sentenceOf(t, refused)} /> : null}
          <p className="govuk-body">
            {t('untold.from', { source: contact.source, day: date(contact.tellBy) })}
          </p>
          <Button kind="secondary" busy={busy} onClick={told}>
            {t('untold.told')}{' '}
            <span className="govuk-visually-hidden">
              {contact.contactName || contact.organisationName}
            </span>
          </Button>
        </>
      )}
    </NoticeListItem>
  )
}
