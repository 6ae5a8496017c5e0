import type { Challenge } from '@howcanwe/shared/challenges'
import type { Result } from '@howcanwe/shared/http'
import type { invitationsContract } from '@howcanwe/shared/invitations'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Script, type ScriptFrom } from './script.tsx'

type Invited = Result<typeof invitationsContract.list>['items']

export interface InvitedListProps {
  invited: Invited
  challenge: Challenge
  from: ScriptFrom
}

/** Everybody invited so far, how it reached them, and the words for those it has not reached yet. */
export function InvitedList({ invited, challenge, from }: InvitedListProps) {
  const { t } = useTranslation('invitations')
  const { day } = useFormats()
  return (
    <section id="invited" aria-labelledby="invited-title">
      <h2 id="invited-title" className="govuk-heading-m">
        {t('list.title', { count: invited.length })}
      </h2>
      <ul className="hcw-invited">
        {invited.map((one) => (
          <li key={one.id}>
            <h3 className="hcw-invited__name">{one.name}</h3>
            <p className="hcw-soft">
              {t(one.channel === 'mailed' ? 'list.mailed' : 'list.byHand', {
                when: day(one.invitedAt),
              })}
            </p>
            <p>{t('list.why', { why: one.why })}</p>
            {one.channel === 'by-hand' ? (
              <Script name={one.name} why={one.why} challenge={challenge} from={from} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
