import { type Proposal, proposalsContract } from '@howcanwe/shared/proposals'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ProposalView } from '../../features/proposals/proposal-view.tsx'
import { useProposal } from '../../features/proposals/proposals.queries.ts'
import { SponsorForm } from '../../features/proposals/sponsor-form.tsx'
import { SupportForm } from '../../features/proposals/support-form.tsx'
import { keyOf } from '../../lib/api.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, Link, Notice, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { useSponsorAs } from '../sponsor-as.ts'

/** One question from residents, for anyone to read, stand behind, print and pass on. */
export function ProposalPage() {
  const { proposalId = '' } = useParams()
  return (
    <Loaded query={useProposal(proposalId)} lines={7}>
      {(proposal) => <Found proposal={proposal} />}
    </Loaded>
  )
}

function Found({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('proposals')
  const place = usePlace()
  const isOpen = proposal.state === 'gathering' || proposal.state === 'answering'
  const aside = (
    <>
      {place ? (
        <SideNote title={t('page.ask')} isAtFoot>
          <Contact contact={place.contact} />
        </SideNote>
      ) : null}
      <SideNote title={t('page.share')}>
        <p className="govuk-body">{t('page.shareText')}</p>
        {isOpen ? (
          <p className="govuk-body">
            <Link className="govuk-link" to={further.supportSheet({ proposalId: proposal.id })}>
              {t('sheet.print')}
            </Link>
          </p>
        ) : null}
      </SideNote>
    </>
  )
  return (
    <Columns aside={aside} asideLabel={t('page.ask')}>
      {proposal.joinedInto ? (
        <Notice heading={t('page.joined')}>
          <p className="govuk-body">
            <Link to={further.proposal({ proposalId: proposal.joinedInto.id })}>
              {proposal.joinedInto.question}
            </Link>
          </p>
        </Notice>
      ) : null}
      <ProposalView
        proposal={proposal}
        area={place?.areas.find(({ id }) => id === proposal.areaId)?.name}
        support={isOpen ? <SupportForm proposal={proposal} /> : undefined}
        sponsoring={isOpen ? <Sponsoring proposal={proposal} /> : undefined}
        challengeAt={(slug) => paths.challenge({ slug })}
      />
    </Columns>
  )
}

/** For elected members, and whoever belongs to an organisation here; nothing for anybody else. */
function Sponsoring({ proposal }: { proposal: Proposal }) {
  const client = useQueryClient()
  const choices = useSponsorAs(proposal.placeId)
  if (choices.length === 0) return null
  return (
    <SponsorForm
      proposalId={proposal.id}
      choices={choices}
      onDone={() => void client.invalidateQueries({ queryKey: keyOf(proposalsContract.read) })}
    />
  )
}
