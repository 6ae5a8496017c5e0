import { notificationsContract } from '@howcanwe/shared/notifications'
import { textsContract } from '@howcanwe/shared/texts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import {
  Button,
  Details,
  EmptyState,
  Link,
  Notice,
  NoticeList,
  PageHeading,
  TextField,
} from '../../ui/index.ts'
import { paths } from '../paths.ts'

const REFRESH_MS = 4_000
const CODE = /\b(\d{3} \d{3})\b/
const OUR_LINK = /https?:\/\/[^\s/]+(\/\S*)/g

/** Emails and texts that would have been sent. There only where they stay in: demo, development, tests. */
export function InboxPage() {
  const { t } = useTranslation('identity')
  const [search] = useSearchParams()
  const to = search.get('to') ?? undefined
  const query = useQuery({
    ...queryFor(notificationsContract.inbox, { query: { to } }),
    refetchInterval: REFRESH_MS,
  })
  return (
    <>
      <PageHeading title={t('inbox.title')} lead={t('inbox.lead')} />
      {to ? (
        <p className="govuk-body">
          {t('inbox.only', { to })}{' '}
          <Link className="govuk-link" to={paths.inbox()}>
            {t('inbox.all')}
          </Link>
        </p>
      ) : null}
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState>{t('inbox.empty')}</EmptyState>
          ) : (
            <NoticeList label={t('inbox.title')}>
              {items.map((letter) => (
                <Letter key={letter.id} {...letter} />
              ))}
            </NoticeList>
          )
        }
      </Loaded>
    </>
  )
}

interface LetterProps {
  channel: 'email' | 'sms'
  to: string
  subject: string
  text: string
  createdAt: Date
}

function Letter({ channel, to, subject, text, createdAt }: LetterProps) {
  const { t } = useTranslation('identity')
  const { moment } = useFormats()
  const code = CODE.exec(subject)?.[1]
  return (
    <li className="hcw-notices__item">
      <p className="hcw-notices__caption">
        {t(`inbox.${channel}`)}{' '}
        <Link className="govuk-link" to={paths.inbox({}, { to })}>
          {to}
        </Link>
        , {moment(createdAt)}
      </p>
      {channel === 'email' ? <h2 className="govuk-heading-s">{subject}</h2> : null}
      {code ? (
        <p className="govuk-heading-l" data-testid="code">
          {code}
        </p>
      ) : null}
      {text.split('\n\n').map((paragraph) => (
        <Paragraph key={paragraph} text={paragraph} />
      ))}
      {channel === 'sms' ? <TextBack from={to} /> : null}
    </li>
  )
}

/** Our own addresses become links that open here. */
function Paragraph({ text }: { text: string }) {
  const { t } = useTranslation('identity')
  const links = [...text.matchAll(OUR_LINK)]
  return (
    <p className="govuk-body">
      {text.replaceAll(OUR_LINK, '').trim()}{' '}
      {links.map(([whole, path]) => (
        <a key={whole} className="govuk-link" href={path}>
          {t('inbox.open')}
        </a>
      ))}
    </p>
  )
}

/** What that phone would text back. */
function TextBack({ from }: { from: string }) {
  const { t } = useTranslation(['identity', 'problems'])
  const call = useCall()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const send = useMutation({
    mutationFn: () => call(textsContract.tryOut, { body: { from, text } }),
    onSuccess: () => {
      setText('')
      setOpen(false)
      return client.invalidateQueries({ queryKey: keyOf(notificationsContract.inbox) })
    },
  })
  return (
    <Details
      summary={t('identity:inbox.textBack')}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      {send.error ? <Notice kind="warning" heading={sentenceOf(t, send.error)} focus /> : null}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim()) send.mutate()
        }}
      >
        <TextField
          name="text-back"
          label={t('identity:inbox.asPhone', { from })}
          value={text}
          onChange={(event) => setText(event.target.value)}
          maxLength={300}
        />
        <Button type="submit" kind="secondary" busy={send.isPending}>
          {t('identity:inbox.sendBack')}
        </Button>
      </form>
    </Details>
  )
}
