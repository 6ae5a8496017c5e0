import { CONTACT_BY, WAYS } from '@howcanwe/shared/codesign'
import type { Recruitment } from '@howcanwe/shared/recruitment'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ForTheDesk, Lines, SheetOfPaper, Ticks } from '../../features/cases/paper.tsx'
import { useGroup } from '../../features/codesign/codesign.queries.ts'
import { Agreement } from '../../features/consents/agreement.tsx'
import { useWordings } from '../../features/consents/consents.queries.ts'
import { useRecruitment } from '../../features/recruitment/recruitment.queries.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { further } from '../further-paths.ts'

/** A name for the draw on paper: the same questions in the same order as they are typed in (PE3, CD7). */
export function DrawFormPage() {
  const { groupId = '' } = useParams()
  return (
    <Loaded query={useRecruitment(groupId)}>{(found) => <OnPaper recruitment={found} />}</Loaded>
  )
}

function OnPaper({ recruitment }: { recruitment: Recruitment }) {
  const { t } = useTranslation('recruitment')
  const { date } = useFormats()
  const wordings = useWordings()
  const { group, categories, closesAt } = recruitment
  const name = useGroup(group.id).data?.facilitator.name ?? ''
  const asksSensitive = categories.some(({ special }) => special)
  const purposes = ['take-part', ...(asksSensitive ? ['draw-special'] : [])]
  return (
    <SheetOfPaper
      title={t('name.title', { group: group.name })}
      caption={t('paper.caption', { day: date(closesAt) })}
      online={further.putName({ groupId: group.id })}
    >
      <p className="govuk-body">{t('name.never')}</p>
      <Lines short label={t('name.firstName.label')} />
      <Ticks
        one
        label={t('name.contactBy.label')}
        items={CONTACT_BY.map((by) => t(`name.contactBy.${by}`))}
      />
      <Lines short label={t('enter.contact')} />
      <Ticks label={t('name.ways.label')} items={WAYS.map((way) => t(`name.ways.${way}`))} />
      <p className="govuk-body">{t('name.questionsHint')}</p>
      {categories.map((one) => (
        <Ticks
          one
          key={one.name}
          label={one.name}
          hint={one.special ? t('name.special') : undefined}
          items={one.features.map((feature) => feature.name)}
        />
      ))}
      <Loaded query={wordings}>
        {({ items }) => (
          <Agreement
            wordings={items.filter(({ purpose }) => purposes.includes(purpose))}
            name={name}
          />
        )}
      </Loaded>
      {asksSensitive ? <Ticks label="" items={[t('name.specialConsent')]} /> : null}
      <Lines short label={t('paper.signed')} />
      <ForTheDesk />
    </SheetOfPaper>
  )
}
