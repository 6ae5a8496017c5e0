import type { Reading } from '@howcanwe/shared/readings'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { languageOf } from '../../features/challenges/question.ts'
import { CommentList } from '../../features/readings/comment-list.tsx'
import { type Kept, readKept } from '../../features/readings/kept.ts'
import { Listen } from '../../features/readings/listen.tsx'
import { Reader } from '../../features/readings/reader.tsx'
import { useReading } from '../../features/readings/readings.queries.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useSession } from '../../lib/session.ts'
import { ButtonLink, Columns, Facts, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'

/** Reading a challenge before it opens, by the link somebody sent (J-04). */
export function ReadThroughPage() {
  const { challengeId = '' } = useParams()
  return (
    <Loaded query={useReading(challengeId)} lines={8}>
      {(reading) => <ReadThrough key={reading.id} reading={reading} />}
    </Loaded>
  )
}

function ReadThrough({ reading }: { reading: Reading }) {
  const { t } = useTranslation('readings')
  const place = usePlace()
  const lang = languageOf(reading.question)
  const asker = `${reading.asker.person}, ${reading.asker.organisation}`
  const aside = place ? (
    <SideNote title={t('page.help')}>
      <Contact contact={place.contact} />
    </SideNote>
  ) : undefined
  return (
    <>
      <PageHeading
        title={reading.question}
        lang={lang}
        caption={t(reading.open ? 'page.caption' : 'page.captionOver', { asker })}
        lead={t(reading.open ? 'page.lead' : 'page.leadOver')}
      />
      {reading.open ? <Figures reading={reading} /> : null}
      <Columns aside={aside} asideLabel={t('page.help')}>
        {reading.slug ? (
          <ButtonLink to={paths.challenge({ slug: reading.slug })}>{t('page.opened')}</ButtonLink>
        ) : null}
        {reading.open ? <Open reading={reading} lang={lang} asker={asker} /> : null}
        <section className="hcw-part" aria-labelledby="said">
          <h2 id="said" className="hcw-part__title">
            {t('page.said')}
          </h2>
          {reading.comments.length === 0 ? (
            <p className="govuk-body">{t(reading.open ? 'page.nothingSaid' : 'page.nobodySaid')}</p>
          ) : null}
          <CommentList
            items={reading.comments}
            lang={lang}
            organisation={reading.asker.organisation}
          />
        </section>
      </Columns>
    </>
  )
}

function Figures({ reading }: { reading: Reading }) {
  const { t } = useTranslation('readings')
  const { minutes, moment } = useFormats()
  const { counts, readUntil, shortenedReason } = reading
  const missing =
    Math.max(counts.needed - counts.residents, 0) +
    Math.max(counts.needed - counts.smallOrganisations, 0)
  return (
    <>
      <Facts
        facts={[
          { key: 'minutes', label: t('page.minutes'), value: minutes(reading.minutes) },
          { key: 'until', label: t('page.until'), value: readUntil ? moment(readUntil) : '' },
          { key: 'needed', label: t('page.needed'), value: t('page.missing', { count: missing }) },
        ]}
      />
      {reading.groupsAsked > 0 ? (
        <p className="hcw-soft">{t('page.asked', { count: reading.groupsAsked })}</p>
      ) : null}
      {shortenedReason ? (
        <p className="govuk-body">{t('page.shortened', { reason: shortenedReason })}</p>
      ) : null}
    </>
  )
}

function Open({ reading, lang, asker }: { reading: Reading; lang: string; asker: string }) {
  const { t } = useTranslation('readings')
  const { status, me } = useSession()
  const place = usePlace()
  const [start, setStart] = useState<{ kept: Kept | null } | null>(null)
  useEffect(() => setStart({ kept: readKept(reading.id) }), [reading.id])
  if (!start) return null
  const next = paths.readThrough({ challengeId: reading.id })
  const texts = reading.parts.map(({ field, text }) => `${t(`part.${field}`)}. ${text}`)
  return (
    <>
      <p className="govuk-body">{t('page.how')}</p>
      <Listen texts={texts} lang={lang} />
      <Reader
        reading={reading}
        challengeId={reading.id}
        lang={lang}
        kept={start.kept}
        asker={asker}
        signIn={status === 'visitor' ? paths.signIn({}, { next }) : null}
        organisations={me?.organisations.filter((one) => one.placeId === place?.id) ?? []}
      />
    </>
  )
}
