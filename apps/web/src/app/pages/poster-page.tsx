import type { Group } from '@howcanwe/shared/codesign'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
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

const STRIPS = [1, 2, 3, 4, 5, 6] as const

/** A poster for a shop window: the question, what you get, a code for the camera and strips to tear off (CD2). */
export function PosterPage() {
  const { groupId = '' } = useParams()
  const group = useGroup(groupId)
  return <Loaded query={group}>{(found) => <Poster group={found} />}</Loaded>
}

function Poster({ group }: { group: Group }) {
  const { t } = useTranslation('group-paper')
  const lang = languageOfGroup(group)
  const { full, short } = useJoinAddress(further.joinWith({ code: group.joinCode }))
  const place = usePlace()
  return (
    <>
      <p className="hcw-no-paper">
        <Button kind="secondary" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </p>
      <article className="hcw-poster">
        <PageHeading
          title={group.challenge.question}
          caption={t('poster.caption')}
          size="xl"
          lang={lang}
        />
        <p className="hcw-poster__lead" lang={lang}>
          {group.about}
        </p>
        <div className="hcw-poster__ways">
          {full ? <QrCode address={full} label={t('poster.camera')} /> : null}
          <div>
            <h2 className="govuk-heading-m">{t('poster.how')}</h2>
            <p>{t('poster.scan')}</p>
            <p>
              {t('poster.type')} <strong className="hcw-poster__address">{short}</strong>
            </p>
            {place?.contact?.phone ? (
              <p>
                {t('poster.ring', { name: place.contact.name })}{' '}
                <strong>{place.contact.phone}</strong>
              </p>
            ) : null}
          </div>
        </div>
        <Facts group={group} />
        <p>
          <strong>{t('never')}</strong>
        </p>
        <ul className="hcw-strips" aria-label={t('poster.strips')}>
          {STRIPS.map((n) => (
            <li key={n} aria-hidden={n > 1}>
              <span>
                {group.name}
                <strong>{short}</strong>
                {place?.contact?.phone}
              </span>
            </li>
          ))}
        </ul>
      </article>
    </>
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
        <dt>{t('get')}</dt>
        <dd lang={lang}>{group.youGet}</dd>
      </div>
      {next ? (
        <div>
          <dt>{t('next')}</dt>
          <dd>
            {span(next.startsAt, next.endsAt)}
            <br />
            <span lang={lang}>{[next.venue, next.address].filter(Boolean).join(', ')}</span>
          </dd>
        </div>
      ) : null}
    </dl>
  )
}
