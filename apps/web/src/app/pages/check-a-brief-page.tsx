import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckForm, type Checked as Result } from '../../features/squeeze-outs/check-form.tsx'
import { Checked } from '../../features/squeeze-outs/checked.tsx'
import { Columns, PageHeading } from '../../ui/index.ts'

/** Whom an old notice would keep out (CH4): for anyone, with nothing kept. */
export function CheckABriefPage() {
  const { t } = useTranslation('squeeze-outs')
  const [result, setResult] = useState<Result | null>(null)
  const [times, setTimes] = useState(0)
  const show = (checked: Result) => {
    setResult(checked)
    setTimes(times + 1)
  }
  return (
    <>
      <PageHeading title={t('page.title')} lead={t('page.lead')} />
      <Columns>
        <CheckForm onChecked={show} />
        {result ? <Checked key={times} result={result} /> : null}
      </Columns>
    </>
  )
}
