import type { Proposal } from '@howcanwe/shared/proposals'
import { useTranslation } from 'react-i18next'
import { NoticeList, NoticeListItem, Tag } from '../../ui/index.ts'
import { useProposalWords } from './proposal-words.ts'

/** Questions pinned up under one another: who asks, how many stand behind it, who answers by when. */
export function ProposalList({
  items,
  label,
  pageOf,
}: {
  items: readonly Proposal[]
  label: string
  pageOf: (proposalId: string) => string
}) {
  const { t } = useTranslation('proposals')
  const { peopleOf, paperOf, askedBy, standing } = useProposalWords()
  return (
    <NoticeList label={label}>
      {items.map((one) => (
        <NoticeListItem
          key={one.id}
          to={pageOf(one.id)}
          title={one.question}
          lang={one.language}
          caption={
            <Tag tone={one.late ? 'caution' : 'quiet'}>
              {t(one.late ? 'state.late' : `state.${one.state}`)}
            </Tag>
          }
        >
          <p className="govuk-body">
            {peopleOf(one.support.people)} {paperOf(one)} {askedBy(one)}
            <span className="hcw-line">{standing(one)}</span>
          </p>
        </NoticeListItem>
      ))}
    </NoticeList>
  )
}
