import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Notice } from '../../ui/index.ts'
import { byCode } from './by-code.ts'
import type { Checked as Result } from './check-form.tsx'
import { FindingList } from './finding-list.tsx'

/** What a check found, said aloud and put into view when it is there. */
export function Checked({ result }: { result: Result }) {
  const { t } = useTranslation('squeeze-outs')
  const { date } = useFormats()
  const { findings, checkedOn, rulesVersion } = result
  const count = byCode(findings).length
  return (
    <section>
      <h2 className="govuk-heading-m">{t('result.title')}</h2>
      <Notice
        kind={count === 0 ? 'success' : 'warning'}
        heading={count === 0 ? t('result.none') : t('result.found', { count })}
        focus
      >
        <p className="govuk-body">{t(count === 0 ? 'result.noneText' : 'result.limits')}</p>
      </Notice>
      <FindingList findings={findings} />
      <p className="govuk-hint">
        {t('result.checkedOn', { date: date(checkedOn), version: rulesVersion })}
      </p>
    </section>
  )
}
