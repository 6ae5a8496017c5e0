import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PutForm, type Slip } from '../../features/proposals/put-form.tsx'
import { PutSlip } from '../../features/proposals/put-slip.tsx'
import { Columns, Loading, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'
import { ProposalNotes } from '../proposal-notes.tsx'

/** A question on the table, by whoever runs into it (J-05). */
export function PutProposalPage() {
  return <Putting forSomebody={false} backTo={further.proposals()} />
}

/** The form, then the slip: the same at home and at the desk. */
export function Putting({ forSomebody, backTo }: { forSomebody: boolean; backTo: string }) {
  const { t } = useTranslation('proposals')
  const place = usePlace()
  const [slip, setSlip] = useState<Slip>()
  if (!place) return <Loading lines={5} />
  if (slip) {
    const own = further.ownProposal()
    return (
      <PutSlip
        slip={slip}
        ownAddress={window.location.origin.replace(/^https?:\/\//, '') + own}
        ownPath={own}
        backTo={backTo}
        contact={<Contact contact={place.contact} />}
      />
    )
  }
  const aside = (
    <>
      <SideNote title={t('put.neverTitle')}>
        <p className="govuk-body">{t('put.never')}</p>
      </SideNote>
      <SideNote title={t('slip.ask')} isAtFoot>
        <Contact contact={place.contact} />
      </SideNote>
    </>
  )
  return (
    <>
      <PageHeading
        title={t(forSomebody ? 'desk.typeTitle' : 'put.title')}
        lead={t(forSomebody ? 'desk.typeLead' : 'put.lead')}
      />
      <Columns aside={aside} asideLabel={t('slip.ask')}>
        <PutForm
          placeId={place.id}
          areas={place.areas}
          forSomebody={forSomebody}
          pageOf={(proposalId) => further.proposal({ proposalId })}
          notesOf={(question, use) => <ProposalNotes question={question} onUse={use} />}
          onSent={setSlip}
        />
      </Columns>
    </>
  )
}
