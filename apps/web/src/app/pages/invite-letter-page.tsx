import type { Group, GroupRead } from '@howcanwe/shared/codesign'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { SheetOfPaper } from '../../features/cases/paper.tsx'
import { Address } from '../../features/codesign/address.tsx'
import { useGroup } from '../../features/codesign/codesign.queries.ts'
import { languageOfGroup, nextOf } from '../../features/codesign/group-facts.ts'
import { QrCode } from '../../features/codesign/qr-code.tsx'
import { useJoinAddress } from '../../features/codesign/use-join-address.ts'
import '../../features/codesign/paper.scss'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'

/** A letter through somebody's door, with room for a name written by hand; also in large print. */
export function InviteLetterPage() {
  const { groupId = '' } = useParams()
  const group = useGroup(groupId)
  return <Loaded query={group}>{(found) => <Letter group={found} />}</Loaded>
}

function Letter({ group }: { group: GroupRead }) {
  const { t } = useTranslation('group-paper')
  const lang = languageOfGroup(group)
  const place = usePlace()
  return (
    <div className="hcw-letter">
      <SheetOfPaper
        title={group.challenge.question}
        lang={lang}
        caption={[place?.name, t('letter.caption')].filter(Boolean).join(' · ')}
      >
        <p className="govuk-body">{t('letter.dear')} ______________________</p>
        <p className="govuk-body">{t('letter.why')}</p>
        <p className="govuk-body" lang={lang}>
          {group.about}
        </p>
        <Facts group={group} />
        <p className="govuk-body">{t('never')}</p>
        <Ways group={group} />
        <div className="govuk-body hcw-letter__sign">
          {t('letter.yours')}
          <div className="hcw-letter__hand" />
          <strong>{group.facilitator.name}</strong>
          {group.facilitator.phone ? `, ${group.facilitator.phone}` : ''}
        </div>
      </SheetOfPaper>
    </div>
  )
}

function Facts({ group }: { group: GroupRead }) {
  const { t } = useTranslation('group-paper')
  const { span } = useFormats()
  const lang = languageOfGroup(group)
  const next = nextOf(group.sessions)
  return (
    <dl className="govuk-body hcw-poster__facts">
      <div>
        <dt>{t('next')}</dt>
        <dd>
          {next ? span(next.startsAt, next.endsAt) : t('noDate')}
          <br />
          <span lang={lang}>{[next?.venue, next?.address].filter(Boolean).join(', ')}</span>
        </dd>
      </div>
      <div>
        <dt>{t('get')}</dt>
        <dd lang={lang}>{group.youGet}</dd>
      </div>
      <div className="hcw-letter__say">
        <dt>{t('letter.say')}</dt>
        <dd>
          {group.lived ? (
            <>
              {t('letter.overridden', { count: group.lived.overrides })}{' '}
              {t(`letter.lived.${group.lived.rung}`)}
            </>
          ) : (
            <>
              {t(`letter.rung.${group.rung}`)} <span lang={lang}>{group.decides}</span>
            </>
          )}
        </dd>
      </div>
    </dl>
  )
}

/** All the ways in, side by side: none is the ordinary one. */
function Ways({ group }: { group: Group }) {
  const { t } = useTranslation('group-paper')
  const { full, short } = useJoinAddress(further.joinWith({ code: group.joinCode }))
  const place = usePlace()
  const ring = [place?.contact?.name, place?.contact?.phone].filter(Boolean).join(', ')
  return (
    <div className="hcw-letter__ways">
      {full ? <QrCode address={full} label={t('poster.camera')} /> : null}
      <div>
        <p className="govuk-body">
          {t('poster.scan')}
          <strong className="hcw-poster__address">
            <Address of={short} />
          </strong>
          {ring ? (
            <>
              {t('letter.orRing')} <strong>{ring}</strong>
            </>
          ) : null}
        </p>
        <p className="govuk-body">{t('letter.ways')}</p>
      </div>
    </div>
  )
}
