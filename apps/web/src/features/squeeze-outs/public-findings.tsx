import type { SqueezeOut, SqueezeOutFinding } from '@howcanwe/shared/squeeze-outs'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Details } from '../../ui/index.ts'
import { byCode } from './by-code.ts'
import { FindingList } from './finding-list.tsx'

export interface PublicFindingsProps {
  /** A whole day. */
  checkedOn: string
  findings: readonly SqueezeOutFinding[]
  answers: readonly { code: SqueezeOut; answer: string }[]
}

/** On the page of a challenge: when it was checked, what is left, and what whoever asks says about it (FR-02). */
export function PublicFindings({ checkedOn, findings, answers }: PublicFindingsProps) {
  const { t } = useTranslation('squeeze-outs')
  const { date } = useFormats()
  const explained = byCode(findings).filter(({ code }) => answers.some((a) => a.code === code))
  const on = { date: date(checkedOn) }
  if (findings.length === 0) return <p className="govuk-body">{t('public.none', on)}</p>
  const answer = (code: SqueezeOut) => {
    const said = answers.find((a) => a.code === code)?.answer
    return said ? (
      <p className="govuk-body">
        <strong>{t('public.answer')}:</strong> {said}
      </p>
    ) : null
  }
  return (
    <Details summary={t('public.checked', { ...on, count: explained.length })}>
      <FindingList findings={findings} after={answer} />
    </Details>
  )
}
