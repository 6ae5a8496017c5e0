import type { Group } from '@howcanwe/shared/codesign'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Address } from '../../features/codesign/address.tsx'
import { useGroup } from '../../features/codesign/codesign.queries.ts'
import { languageOfGroup, nextOf } from '../../features/codesign/group-facts.ts'
import { QrCode } from '../../features/codesign/qr-code.tsx'
import { useJoinAddress } from '../../features/codesign/use-join-address.ts'
import '../../features/codesign/paper.scss'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'

const STRIPS = [1, 2, 3, 4, 5, 6, 7] as const

/** A poster for a shop window: the question, what you get, a code for the camera and strips to tear off (CD2). */
export function PosterPage() {
  const { groupId = '' } = useParams()
  const group = useGroup(groupId)
  return <Loaded query={group}>{(found) => <Poster group={found} />}</Loaded>
}

/** How much there is to say: the more, the smaller the letters, so that it always is one sheet. */
function fullness({ challenge, about, youGet }: Group): 'little' | 'some' | 'more' | 'most' {
  const asked = challenge.question.length
  const said = about.length + youGet.length
  if (asked <= 65 && said <= 260) return 'little'
  if (asked <= 110 && said <= 420) return 'some'
  return said <= 800 ? 'more' : 'most'
}

function Poster({ group }: { group: Group }) {
  const { t } = useTranslation('group-paper')
  const lang = languageOfGroup(group)
  const place = usePlace()
  return (
    <>
      <p className="hcw-no-paper">
        <Button kind="secondary" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </p>
      <article className={`hcw-printed hcw-poster hcw-poster--${fullness(group)}`}>
        <p className="hcw-poster__top">
          <strong>{t('poster.caption')}</strong>
          <span>{place?.name}</span>
        </p>
        <PageHeading title={group.challenge.question} size="xl" lang={lang} />
        <p className="hcw-poster__lead" lang={lang}>
          {group.about}
        </p>
        <Facts group={group} />
        <Ways group={group} />
        <Strips group={group} />
      </article>
    </>
  )
}

function Ways({ group }: { group: Group }) {
  const { t } = useTranslation('group-paper')
  const { full, short } = useJoinAddress(further.joinWith({ code: group.joinCode }))
  const place = usePlace()
  return (
    <section className="hcw-poster__ways">
      {full ? <QrCode address={full} label={t('poster.camera')} /> : null}
      <div>
        <h2 className="hcw-dark hcw-poster__how">{t('poster.how')}</h2>
        <p>
          {t('poster.scan')}
          <strong className="hcw-poster__address">
            <Address of={short} />
          </strong>
        </p>
        {place?.contact?.phone ? (
          <p>
            {t('poster.ring', { name: place.contact.name })}
            <strong className="hcw-poster__address">{place.contact.phone}</strong>
          </p>
        ) : null}
        {place?.textTo ? (
          <p>
            {t('poster.text', { words: group.joinCode.replaceAll('-', ' ').toUpperCase() })}
            <strong className="hcw-poster__address">{place.textTo}</strong>
          </p>
        ) : null}
        <p className="hcw-poster__never">{t('never')}</p>
      </div>
    </section>
  )
}

function Strips({ group }: { group: Group }) {
  const { t } = useTranslation('group-paper')
  const { short } = useJoinAddress(further.joinWith({ code: group.joinCode }))
  const place = usePlace()
  return (
    <ul className="hcw-strips" aria-label={t('poster.strips')}>
      {STRIPS.map((n) => (
        <li key={n} aria-hidden={n > 1}>
          <span>
            {group.name.length <= 44 ? (
              <span lang={languageOfGroup(group)}>{group.name}</span>
            ) : null}
            <strong>
              <Address of={short} />
            </strong>
            {place?.contact?.phone}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Facts({ group }: { group: Group }) {
  const { t } = useTranslation('group-paper')
  const { span } = useFormats()
  const lang = languageOfGroup(group)
  const next = nextOf(group.sessions)
  return (
    <dl className="hcw-poster__facts">
      <div>
        <dt>{t('next')}</dt>
        <dd>
          {next ? (
            <>
              {span(next.startsAt, next.endsAt)}
              <br />
              <span lang={lang}>{[next.venue, next.address].filter(Boolean).join(', ')}</span>
            </>
          ) : (
            t('noDate')
          )}
        </dd>
      </div>
      <div>
        <dt>{t('get')}</dt>
        <dd lang={lang}>{group.youGet}</dd>
      </div>
    </dl>
  )
}
