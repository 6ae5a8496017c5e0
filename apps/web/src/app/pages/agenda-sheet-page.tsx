import type { SessionInside } from '@howcanwe/shared/sessions'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Lines, SheetOfPaper } from '../../features/cases/paper.tsx'
import { capital } from '../../features/sessions/capital.ts'
import { useGroupSession } from '../../features/sessions/sessions.queries.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { further } from '../further-paths.ts'

/** The order of a session and its papers in plain words, on paper, also in large print (CD3, PE3). */
export function AgendaSheetPage() {
  const { groupId = '', sessionId = '' } = useParams()
  const session = useGroupSession({ groupId, sessionId })
  return <Loaded query={session}>{(found) => <Sheet session={found} />}</Loaded>
}

function Sheet({ session }: { session: SessionInside }) {
  const { t } = useTranslation(['group-paper', 'sessions'])
  const { span, minutes } = useFormats()
  return (
    <SheetOfPaper
      title={capital(span(session.startsAt, session.endsAt))}
      caption={session.groupName}
      online={further.myPlace()}
    >
      <p className="govuk-body">
        <strong>{[session.venue, session.address].filter(Boolean).join(', ')}</strong>
        <br />
        {session.gettingThere}
      </p>
      {session.breaks ? <p className="govuk-body">{session.breaks}</p> : null}
      <ol className="govuk-list govuk-list--number">
        {session.agenda.items.map((item) => (
          <li key={item.id}>
            <strong>{item.title}</strong>
            <br />
            {t(`sessions:purpose.${item.purpose}`)}, {minutes(item.minutes)},{' '}
            {t(`sessions:from.${item.bloc ?? 'facilitator'}`)}
          </li>
        ))}
      </ol>
      {session.papers.map((paper) => (
        <section key={paper.id} className="hcw-paper__question">
          <h2 className="govuk-heading-m">{paper.title}</h2>
          <p className="govuk-body">{paper.summary}</p>
        </section>
      ))}
      <Lines label={t('group-paper:agenda.notes')} />
      <p className="govuk-body">
        {[session.facilitator.name, session.facilitator.phone].filter(Boolean).join(', ')}
      </p>
    </SheetOfPaper>
  )
}
