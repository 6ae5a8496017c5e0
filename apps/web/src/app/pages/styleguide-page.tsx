import { useTranslation } from 'react-i18next'
import { Columns, Details, PageHeading, SideNote } from '../../ui/index.ts'
import { BoardSamples } from '../styleguide/board-samples.tsx'
import { FormSamples } from '../styleguide/form-samples.tsx'
import { StateSamples } from '../styleguide/state-samples.tsx'

/** Every primitive on one page, in the language of the reader: for the eye, for axe and for screenshots. */
export function StyleguidePage() {
  const { t } = useTranslation('styleguide')
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <BoardSamples />
      <FormSamples />
      <StateSamples />
      <h2 className="govuk-heading-l">{t('sections.columns')}</h2>
      <Columns
        aside={
          <SideNote title={t('states.side')} level={3}>
            <p className="govuk-body">{t('states.sideText')}</p>
          </SideNote>
        }
      >
        <p className="govuk-body">{t('plain')}</p>
        <Details summary={t('lists.details')}>
          <p className="govuk-body">{t('lists.detailsText')}</p>
        </Details>
      </Columns>
    </>
  )
}
