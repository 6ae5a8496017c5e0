import type { EnteredName } from '@howcanwe/shared/recruitment'
import { useTranslation } from 'react-i18next'
import { Button, SummaryList } from '../../ui/index.ts'
import './recruitment.scss'

/** What somebody takes along whose name was written down: shown this once, to print or to read out. */
export function SlipOnPaper({ entered, group }: { entered: EnteredName; group: string }) {
  const { t } = useTranslation('recruitment')
  const { firstName, slip } = entered
  const title = t('enter.slip.title', { name: firstName })
  return (
    <section className="hcw-draw-slip" aria-label={title}>
      <h2 className="govuk-heading-m">{title}</h2>
      <p className="govuk-body">{t('enter.slip.group', { group })}</p>
      <SummaryList
        rows={[
          { key: 'reference', label: t('slip.reference'), value: <b>{slip.reference}</b> },
          { key: 'words', label: t('slip.words.words'), value: <b>{slip.words}</b> },
        ]}
      />
      <p className="govuk-body">
        {t('enter.slip.go', { address: slip.address.replace(/^https?:\/\//, '') })}
      </p>
      <p className="govuk-body">{t('enter.slip.keep')}</p>
      <div className="hcw-no-paper">
        <p className="govuk-body hcw-soft">{t('enter.slip.once')}</p>
        <Button kind="secondary" onClick={() => window.print()}>
          {t('enter.slip.print')}
        </Button>
      </div>
    </section>
  )
}
