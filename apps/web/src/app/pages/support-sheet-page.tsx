import type { Proposal } from '@howcanwe/shared/proposals'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Lines, SheetOfPaper } from '../../features/cases/paper.tsx'
import { useProposalWords } from '../../features/proposals/proposal-words.ts'
import { useProposal } from '../../features/proposals/proposals.queries.ts'
import '../../features/proposals/proposals.scss'
import '../../features/sessions/sessions.scss'
import { Loaded } from '../../lib/loaded.tsx'
import { usePlace } from '../place.ts'

const LINES = Array.from({ length: 10 }, (_, n) => n + 1)

/** Who stands behind a question, on paper: it goes round a hall, and only how many signed is typed in (CH9, PE3). */
export function SupportSheetPage() {
  const { proposalId = '' } = useParams()
  return <Loaded query={useProposal(proposalId)}>{(found) => <Sheet proposal={found} />}</Loaded>
}

function Sheet({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('proposals')
  const { standing } = useProposalWords()
  const contact = usePlace()?.contact
  const { question, language, support, reference, state } = proposal
  const reach = [contact?.name, contact?.phone ?? contact?.email].filter(Boolean).join(', ')
  return (
    <SheetOfPaper title={question} lang={language} caption={t('sheet.title')}>
      <p className="govuk-body">
        {state === 'gathering' ? t('sheet.lead', { count: support.needed }) : null}{' '}
        {standing(proposal)} {t('sheet.once')}
      </p>
      <ToSign />
      <Lines short label={t('sheet.keeper')} hint={t('sheet.keeperHint')} />
      <p className="govuk-body">
        <strong>{t('sheet.back', { contact: reach, reference })}</strong> {t('sheet.backText')}
      </p>
    </SheetOfPaper>
  )
}

function ToSign() {
  const { t } = useTranslation('proposals')
  return (
    <table className="hcw-sheet-table hcw-proposal__to-sign">
      <thead>
        <tr>
          <th scope="col">{t('sheet.firstName')}</th>
          <th scope="col">{t('sheet.street')}</th>
          <th scope="col">{t('sheet.sign')}</th>
        </tr>
      </thead>
      <tbody>
        {LINES.map((line) => (
          <tr key={line}>
            <td>
              <span className="govuk-visually-hidden">{t('sheet.spare')}</span>
            </td>
            <td />
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
