import { useTranslation } from 'react-i18next'
import { Button, TextArea } from '../../../ui/index.ts'
import type { Decision } from './use-decision.ts'

/** The page as it will be read: it follows the answers until somebody changes it here. */
export function PagePart({ decision }: { decision: Decision }) {
  const { t } = useTranslation('protections')
  return (
    <>
      <p className="govuk-body" role="status">
        {t(decision.follows ? 'page.follows' : 'page.yours')}
      </p>
      <TextArea
        rows={14}
        name="page"
        label={t('field.page.label')}
        hint={t('field.page.hint')}
        error={decision.errorOf('page')}
        maxCharacters={7000}
        value={decision.values.page}
        onChange={(event) => decision.write(event.target.value)}
      />
      {decision.follows ? null : (
        <Button kind="secondary" onClick={decision.follow}>
          {t('page.again')}
        </Button>
      )}
    </>
  )
}
