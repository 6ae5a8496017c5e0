import { useTranslation } from 'react-i18next'
import { Button, ButtonGroup, Notice } from '../../ui/index.ts'
import type { Telling } from './cohorts.queries.ts'

export interface SureProps {
  telling: Telling
  busy: boolean
  refusal: string | undefined
  onYes: () => void
  onNo: () => void
}

/** One look before letters leave: it cannot be taken back. */
export function Sure({ telling, busy, refusal, onYes, onNo }: SureProps) {
  const { t } = useTranslation('cohorts')
  const chosen = telling.kind === 'choose' ? telling.body.chosen.length : 0
  const count = chosen + telling.body.notThisTime.length
  return (
    <Notice kind="warning" heading={t('sure.title')} focus>
      <p className="govuk-body">
        {t(telling.kind === 'choose' ? 'sure.text' : 'sure.none', {
          count,
          chosen,
          not: telling.body.notThisTime.length,
        })}
      </p>
      {refusal ? <p className="govuk-error-message">{refusal}</p> : null}
      <ButtonGroup>
        <Button onClick={onYes} busy={busy}>
          {busy ? t('sure.busy') : t('sure.yes', { count })}
        </Button>
        <Button kind="secondary" onClick={onNo}>
          {t('sure.no')}
        </Button>
      </ButtonGroup>
    </Notice>
  )
}
