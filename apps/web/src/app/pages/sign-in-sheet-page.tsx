import type { Plan, SessionInside } from '@howcanwe/shared/sessions'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { capital } from '../../features/sessions/capital.ts'
import { FeltStrips } from '../../features/sessions/felt-strips.tsx'
import { useGroupSession, usePlan } from '../../features/sessions/sessions.queries.ts'
import '../../features/sessions/sessions.scss'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, PageHeading } from '../../ui/index.ts'
import { SignedIn } from '../signed-in.tsx'

const SPARE = [1, 2, 3, 4] as const

/** The sheet that goes round the table: first names alone, and lines for who was not expected; strips about how it felt. */
export function SignInSheetPage() {
  const { groupId = '', sessionId = '' } = useParams()
  return (
    <SignedIn>
      <Sheet groupId={groupId} sessionId={sessionId} />
    </SignedIn>
  )
}

function Sheet(at: { groupId: string; sessionId: string }) {
  const session = useGroupSession(at)
  const plan = usePlan(at)
  return (
    <Loaded query={session}>
      {(found) => (
        <Loaded query={plan}>{(people) => <Printed session={found} plan={people} />}</Loaded>
      )}
    </Loaded>
  )
}

function Printed({ session, plan }: { session: SessionInside; plan: Plan }) {
  const { t } = useTranslation('sessions')
  const { span } = useFormats()
  const expected = plan.people.filter((p) => p.reply === 'yes' || p.reply === 'maybe')
  return (
    <div className="hcw-printed">
      <PageHeading
        title={capital(span(session.startsAt, session.endsAt))}
        caption={session.groupName}
        lead={session.venue}
      />
      <p className="govuk-body hcw-no-paper">
        <Button onClick={() => window.print()}>{t('sheet.print')}</Button>
      </p>
      <p className="govuk-body">{t('sheet.text')}</p>
      <table className="hcw-sheet-table">
        <thead>
          <tr>
            <th scope="col">{t('plan.name')}</th>
            <th scope="col">{t('sheet.sign')}</th>
          </tr>
        </thead>
        <tbody>
          {expected.map((p) => (
            <tr key={p.memberId}>
              <th scope="row">
                {p.brings ? t('sheet.withOne', { name: p.firstName }) : p.firstName}
              </th>
              <td />
            </tr>
          ))}
          {SPARE.map((line) => (
            <tr key={line}>
              <td>
                <span className="govuk-visually-hidden">{t('sheet.spare')}</span>
              </td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <FeltStrips when={span(session.startsAt, session.endsAt)} />
    </div>
  )
}
