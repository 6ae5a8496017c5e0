import type { Support, SupportOffers } from '@howcanwe/shared/support-exchange'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { fieldId, Tag, TextField } from '../../ui/index.ts'
import { Press } from './press.tsx'
import { Reach } from './reach.tsx'
import { fittingQuery, useSupport } from './support-exchange.queries.ts'

/** What we asked for, how it stands, and who could help. */
export function OurAsk({ ask }: { ask: Support }) {
  const { t } = useTranslation('support-exchange')
  const { date } = useFormats()
  const { given, takeBack } = useSupport()
  const open = ask.state === 'open' || ask.state === 'matched'
  return (
    <li>
      <h3 className="govuk-heading-s">{ask.what}</h3>
      <p className="govuk-body">
        <Tag tone="quiet">{t(`states.${ask.state}`)}</Tag>{' '}
        {t('line', { kind: t(`kinds.${ask.kind}`), day: date(ask.until) })}
      </p>
      {open || ask.state === 'given' ? <Fitting ask={ask} /> : null}
      {ask.state === 'matched' ? (
        <Press kind="primary" about={ask.what} onPress={() => given(ask.id)}>
          {t('given')}
        </Press>
      ) : null}
      {ask.state === 'given' ? <Thanks ask={ask} /> : null}
      {open ? (
        <Press about={ask.what} onPress={() => takeBack('ask', ask.id)}>
          {t('takeBackAsk')}
        </Press>
      ) : null}
    </li>
  )
}

function Fitting({ ask }: { ask: Support }) {
  const { t } = useTranslation('support-exchange')
  return (
    <Loaded query={useQuery(fittingQuery(ask.id))} lines={2}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="govuk-body">{t('noneFits')}</p>
        ) : (
          <ul className="govuk-list">
            {items.map((one) => (
              <Fits key={one.offer.id} ask={ask} one={one} />
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

function Fits({ ask, one }: { ask: Support; one: SupportOffers[number] }) {
  const { t } = useTranslation('support-exchange')
  const { date, list } = useFormats()
  const { askThem } = useSupport()
  const { offer, areas, asked, contact } = one
  const reason =
    areas.length > 0
      ? t('why.near', { areas: list(areas), day: date(offer.until) })
      : t('why.sort', { day: date(offer.until) })
  return (
    <li>
      <p className="govuk-body">
        <strong>{offer.organisation.name}</strong>: {offer.what}
        <span className="hcw-line">{reason}</span>
      </p>
      {contact ? <Reach contact={contact} /> : null}
      {asked && !contact ? <p className="hcw-soft">{t('asked')}</p> : null}
      {!asked && ask.state === 'open' ? (
        <Press
          kind="primary"
          about={offer.organisation.name}
          onPress={() => askThem(ask.id, offer.id)}
        >
          {t('askThem')}
        </Press>
      ) : null}
    </li>
  )
}

function Thanks({ ask }: { ask: Support }) {
  const { t } = useTranslation('support-exchange')
  const { thank } = useSupport()
  const [words, setWords] = useState('')
  const name = `thanks-${ask.id}`
  return (
    <>
      <TextField
        name={name}
        id={fieldId(name)}
        label={t('thanks')}
        seenBy={t('thanksSeenBy')}
        maxLength={300}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <Press about={ask.what} onPress={() => thank(ask.id, words)}>
        {t('sendThanks')}
      </Press>
    </>
  )
}
