import type { DeskProposal } from '@howcanwe/shared/proposals'
import { useTranslation } from 'react-i18next'
import { Button, Link } from '../../ui/index.ts'

interface DoublesProps {
  item: DeskProposal
  pageOf: (proposalId: string) => string
  onJoin: (into: string) => void
}

/** Others that may be about the same, each to be joined with one press; nothing where there are none. */
export function Doubles({ item, pageOf, onJoin }: DoublesProps) {
  const { t } = useTranslation('proposals')
  const open = item.similar.filter((s) => s.state === 'gathering' || s.state === 'answering')
  if (open.length === 0) return null
  return (
    <div className="hcw-proposal__beside">
      <p className="govuk-body">{t('desk.doubles')}</p>
      {open.map((one) => (
        <p className="govuk-body" key={one.id}>
          <Link to={pageOf(one.id)}>{one.question}</Link>
          <br />
          <Button kind="secondary" onClick={() => onJoin(one.id)}>
            {t('desk.join')}
            <span className="govuk-visually-hidden">: {one.question}</span>
          </Button>
        </p>
      ))}
    </div>
  )
}
