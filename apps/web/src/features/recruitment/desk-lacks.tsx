import type { RecruitmentDesk } from '@howcanwe/shared/recruitment'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/index.ts'
import { useReachFacts } from './reach.tsx'

/** What the pool could not give, said before anybody draws (T12), and how far the draw reached (M27). */
export function DeskLacks({ desk: { shortages, relaxed, reach } }: { desk: RecruitmentDesk }) {
  const { t } = useTranslation('recruitment')
  const factsOf = useReachFacts()
  return (
    <>
      {shortages.length > 0 ? (
        <Notice kind="warning" heading={t('desk.lack.title')}>
          <ul className="govuk-list govuk-list--bullet">
            {shortages.map((one) => (
              <li key={`${one.category} ${one.feature}`}>{t('desk.lack.line', one)}</li>
            ))}
          </ul>
          <p className="govuk-body">{t('desk.lack.text')}</p>
        </Notice>
      ) : null}
      {relaxed.length > 0 ? (
        <Notice kind="warning" heading={t('desk.gave.title')}>
          <ul className="govuk-list govuk-list--bullet">
            {relaxed.map(({ edge, ...one }) => (
              <li key={`${one.category} ${one.feature} ${edge}`}>{t(`desk.gave.${edge}`, one)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {reach ? <p className="govuk-body">{t('desk.reach', factsOf(reach))}</p> : null}
    </>
  )
}
