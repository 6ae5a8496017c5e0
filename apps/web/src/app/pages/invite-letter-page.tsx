import type { Group } from '@howcanwe/shared/codesign'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { SheetOfPaper } from '../../features/cases/paper.tsx'
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

function Letter({ group }: { group: Group }) {
  const { t } = useTranslation('group-paper')
  const { span } = useFormats()
  const lang = languageOfGroup(group)
  const online = further.joinWith({ code: group.joinCode })
  const { full } = useJoinAddress(online)
  const place = usePlace()
  const next = nextOf(group.sessions)
  const ring = [place?.contact?.name, place?.contact?.phone].filter(Boolean).join(', ')
  return (
    <SheetOfPaper title={group.challenge.question} caption={t('letter.caption')} online={online}>
      <p className="govuk-body">{t('letter.dear')} ______________________</p>
      <p className="govuk-body">{t('letter.why')}</p>
      <p className="govuk-body" lang={lang}>
        {group.about}
      </p>
      <p className="govuk-body">
        <strong>{t('letter.say')}</strong> {t(`letter.rung.${group.rung}`)}{' '}
        <span lang={lang}>{group.decides}</span>
      </p>
      {next ? (
        <p className="govuk-body">
          <strong>{t('next')}:</strong> {span(next.startsAt, next.endsAt)},{' '}
          <span lang={lang}>{[next.venue, next.address].filter(Boolean).join(', ')}</span>
        </p>
      ) : null}
      <p className="govuk-body">
        <strong>{t('get')}:</strong> <span lang={lang}>{group.youGet}</span>
      </p>
      <p className="govuk-body">{t('never')}</p>
      <div className="hcw-letter__ways">
        {full ? <QrCode address={full} label={t('poster.camera')} /> : null}
        <p className="govuk-body">
          {ring ? t('letter.ring', { ring }) : ''} {t('letter.ways')}
        </p>
      </div>
      <p className="govuk-body">
        {t('letter.yours')}
        <br />
        <strong>{group.facilitator.name}</strong>
        {group.facilitator.phone ? `, ${group.facilitator.phone}` : ''}
      </p>
    </SheetOfPaper>
  )
}
