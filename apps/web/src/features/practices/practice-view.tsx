import type { Practice } from '@howcanwe/shared/practices'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Notice, SummaryList } from '../../ui/index.ts'

/** One card: only what somebody said is shown. */
export function PracticeView({ card }: { card: Practice }) {
  const { t } = useTranslation(['practices', 'places'])
  const { date, list, money, number } = useFormats()
  const said: [string, string | null][] = [
    ['forWhom', card.forWhom],
    ['themes', list(card.themes.map((one) => t(`places:themes.${one}`)))],
    ['since', card.since && date(card.since)],
    ['peopleReached', card.peopleReached === null ? null : number(card.peopleReached)],
    ['evidence', t(`evidence.${card.evidence}`)],
    ['costPerPerson', card.costPerPersonPence === null ? null : money(card.costPerPersonPence)],
    ['needs', card.needs],
    ['mayCopy', t(`copying.${card.mayCopy}`)],
    ['contact', card.contact],
  ]
  return (
    <>
      {card.retiredReason ? (
        <Notice heading={t('retired')}>
          <p>{card.retiredReason}</p>
        </Notice>
      ) : null}
      <SummaryList
        rows={said.flatMap(([key, value]) =>
          value ? [{ key, label: t(`shown.${key}`), value }] : [],
        )}
      />
      {card.story ? <p className="govuk-body">{card.story}</p> : null}
    </>
  )
}
