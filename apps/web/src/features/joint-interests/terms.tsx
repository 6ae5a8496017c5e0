import type { JointInterest, JointMember } from '@howcanwe/shared/joint-interests'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { SummaryList, Tag } from '../../ui/index.ts'

/** What all of them say together, as it stands. */
export function Said({ joint }: { joint: JointInterest }) {
  const { t } = useTranslation('joint-interests')
  const rows = [
    { key: 'purpose', label: t('page.said'), value: joint.purpose },
    { key: 'need', label: t('terms.need'), value: joint.needNote },
    { key: 'rules', label: t('page.rules'), value: joint.rules },
  ].filter((row) => row.value !== '')
  if (rows.length === 0) return <p className="govuk-body">{t('page.nothing')}</p>
  return <SummaryList rows={rows} />
}

/** Who is in it, each with its own part, hours and money, and who has agreed. */
export function Members({ joint }: { joint: JointInterest }) {
  const { t } = useTranslation('joint-interests')
  return (
    <ul className="hcw-notices" aria-label={t('page.who')}>
      {joint.members.map((member) => (
        <Member key={member.organisation.id} member={member} joint={joint} />
      ))}
    </ul>
  )
}

function Member({ member, joint }: { member: JointMember; joint: JointInterest }) {
  const { t } = useTranslation('joint-interests')
  const { money } = useFormats()
  const { share, state } = member
  // Whoever has not said yes is not told who has agreed (S-02).
  const yes = joint.mine.state !== 'joined' ? 'joined' : member.agreed ? 'agreed' : 'notYet'
  const standing = state === 'invited' ? 'invited' : yes
  const who = [member.convenor ? t('page.convenes') : '', member.ours ? t('page.you') : '']
  const sums = share && [
    share.role,
    t('page.hours', { count: share.hoursPerMonth }),
    ...(joint.challenge.offeredPence > 0 ? [money(share.pence)] : []),
  ]
  return (
    <li className="hcw-notices__item">
      <h3 className="hcw-notices__title">{member.organisation.name}</h3>
      <p className="govuk-body">
        <Tag tone={standing === 'agreed' ? 'pine' : 'quiet'}>{t(`page.${standing}`)}</Tag>{' '}
        {who.filter(Boolean).join(' · ')}
      </p>
      {share?.part ? (
        <>
          <p className="govuk-body">{share.part}</p>
          <p className="govuk-body">{sums?.filter(Boolean).join(' · ')}</p>
        </>
      ) : null}
      {share?.nameOnly ? (
        <p className="govuk-body">{t('page.nameOnly', { words: share.nameOnly })}</p>
      ) : null}
      {share?.conflict ? (
        <p className="govuk-body">{t('page.tie', { words: share.conflictNote || '…' })}</p>
      ) : null}
    </li>
  )
}
