import { ANSWERS, type Decision, HARMS } from '@howcanwe/shared/decisions'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Lines, SheetOfPaper, Ticks } from '../../features/cases/paper.tsx'
import { useDecision } from '../../features/decisions/decisions.queries.ts'
import { Wording } from '../../features/decisions/wording.tsx'
import '../../features/decisions/decisions.scss'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'

/**
 * A ballot on paper: the words, three boxes, an objection where there is one (CD5, PE3). The reference stands on a strip
 * that is cut off once it has been typed in, so that what is kept of it says nothing about anybody.
 */
export function BallotSheetPage() {
  const { decisionId = '' } = useParams()
  const decision = useDecision(decisionId, false)
  return <Loaded query={decision}>{(found) => <Ballot decision={found} />}</Loaded>
}

function Ballot({ decision }: { decision: Decision }) {
  const { t } = useTranslation(['group-paper', 'decisions'])
  const { moment } = useFormats()
  const [version] = decision.versions
  if (!version) return null
  return (
    <SheetOfPaper
      title={t('group-paper:ballot.title', { number: decision.number, version: version.number })}
      caption={t('group-paper:ballot.caption')}
    >
      <Wording of={version.wording} />
      {version.closesAt ? (
        <p className="govuk-body">
          {t('group-paper:ballot.until', { when: moment(version.closesAt) })}
        </p>
      ) : null}
      <Ticks
        one
        label={t('group-paper:ballot.answer')}
        items={ANSWERS.map((answer) => t(`group-paper:ballot.${answer}`))}
      />
      <Ticks
        label={t('group-paper:ballot.objection')}
        items={HARMS.map((harm) => t(`group-paper:ballot.${harm}`))}
      />
      <Lines label={t('group-paper:ballot.sentence')} />
      <div className="hcw-ballot-strip">
        <Lines short label={t('group-paper:ballot.reference')} hint={t('group-paper:ballot.cut')} />
      </div>
    </SheetOfPaper>
  )
}
