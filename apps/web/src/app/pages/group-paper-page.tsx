import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useGroup } from '../../features/codesign/codesign.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, PageHeading } from '../../ui/index.ts'
import { PaperOfDraw } from '../paper-of-draw.tsx'
import { COMES_BACK, PAPERS } from '../papers-of-groups.ts'
import { PapersOfNow } from '../papers-of-now.tsx'

/** What a group hands out on paper, and where what comes back is typed in (PE3). */
export function GroupPaperPage() {
  const { t } = useTranslation('group-paper')
  const { groupId = '' } = useParams()
  const group = useGroup(groupId)
  return (
    <Loaded query={group}>
      {(found) => (
        <>
          <PageHeading title={t('title')} caption={found.name} lead={t('lead')} />
          <ul className="hcw-doors">
            {PAPERS.map(({ key, to }) => (
              <li key={key}>
                <Link className="govuk-link hcw-doors__link" to={to(groupId)}>
                  {t(`papers.${key}`)}
                </Link>
                <span className="hcw-soft">{t(`papers.${key}Hint`)}</span>
              </li>
            ))}
          </ul>
          <PapersOfNow groupId={groupId} />
          <PaperOfDraw groupId={groupId} />
          <h2 className="govuk-heading-m">{t('backTitle')}</h2>
          <p className="govuk-body">{t('backText')}</p>
          <ul className="govuk-list govuk-list--bullet">
            {COMES_BACK.map(({ key, to }) => (
              <li key={key}>
                <Link className="govuk-link" to={to(groupId)}>
                  {t(`back.${key}`)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  )
}
