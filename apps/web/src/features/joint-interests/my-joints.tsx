import type { JointInterest } from '@howcanwe/shared/joint-interests'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { NoticeList, NoticeListItem, Tag } from '../../ui/index.ts'
import { useMyJoints } from './joint.queries.ts'

/** Answers together that wait for somebody or are being written; nothing where there are none. */
export function MyJoints({
  belongs,
  linkTo,
}: {
  belongs: boolean
  linkTo: (joint: JointInterest) => string
}) {
  const { t } = useTranslation('joint-interests')
  const { moment } = useFormats()
  const items = useMyJoints(belongs).data?.items ?? []
  if (items.length === 0) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('today.title')}</h2>
      <NoticeList label={t('today.title')}>
        {items.map((joint) => (
          <NoticeListItem
            key={`${joint.id} ${joint.mine.organisationId}`}
            to={linkTo(joint)}
            title={joint.challenge.question}
            level={3}
            caption={
              <Tag tone={joint.mine.state === 'invited' ? 'caution' : 'plain'}>
                {t(`today.${joint.mine.state === 'invited' ? 'invited' : joint.state}`)}
              </Tag>
            }
          >
            <p className="govuk-body">
              {t('today.closes', { when: moment(joint.challenge.closesAt) })}
            </p>
          </NoticeListItem>
        ))}
      </NoticeList>
    </section>
  )
}
