import type { SessionsOfGroup } from '@howcanwe/shared/sessions'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Facts, Link, Notice } from '../../ui/index.ts'
import { capital } from './capital.ts'
import { StateTag } from './session-facts.tsx'
import './sessions.scss'

interface ListProps {
  group: SessionsOfGroup
  to: (sessionId: string) => string
  plan: (sessionId: string) => string
}

/** Dates to come first, then those that were, with what they led to. */
export function SessionsList({ group, to, plan }: ListProps) {
  const { t } = useTranslation('sessions')
  const come = group.items.filter(({ isOver }) => !isOver)
  const were = group.items.filter(({ isOver }) => isOver).reverse()
  return (
    <>
      <h2 className="govuk-heading-m">{t('list.toCome')}</h2>
      {come.length === 0 ? <p className="govuk-body">{t('list.none')}</p> : null}
      <Some items={come} to={to} plan={group.runs ? plan : undefined} />
      {were.length > 0 ? <h2 className="govuk-heading-m">{t('list.were')}</h2> : null}
      <Some items={were} to={to} plan={group.runs ? plan : undefined} />
    </>
  )
}

interface SomeProps {
  items: SessionsOfGroup['items']
  to: (sessionId: string) => string
  plan: ((sessionId: string) => string) | undefined
}

function Some({ items, to, plan }: SomeProps) {
  const { t } = useTranslation('sessions')
  const { span } = useFormats()
  return (
    <ul className="hcw-session-list">
      {items.map((s) => (
        <li key={s.id}>
          <Link className="govuk-link hcw-session-list__when" to={to(s.id)}>
            {capital(span(s.startsAt, s.endsAt))}
          </Link>
          <p className="hcw-session-list__facts">
            <StateTag state={s.state} />
            <span>{s.venue}</span>
            {s.reply ? <span>{t(`list.reply.${s.reply}`)}</span> : null}
            {s.isOver ? <span>{t('list.ledTo', { count: s.outcomes })}</span> : null}
          </p>
          {plan ? (
            <Link className="govuk-link" to={plan(s.id)}>
              {t('list.plan')}
              <span className="govuk-visually-hidden">: {span(s.startsAt, s.endsAt)}</span>
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** Doing, not talking (CD9), and whether promises about agenda and access are kept. Counts beside every share. */
export function Ledger({ ledger }: { ledger: SessionsOfGroup['ledger'] }) {
  const { t } = useTranslation('sessions')
  const of = (part: number, whole: number) =>
    whole === 0 ? t('ledger.notYet') : t('ledger.of', { part, whole })
  return (
    <div className="hcw-ledger">
      {ledger.talkingShop ? (
        <Notice kind="warning" heading={t('ledger.nudge')}>
          <p className="govuk-body">{t('ledger.nudgeText')}</p>
        </Notice>
      ) : null}
      <Facts
        facts={[
          { key: 'doing', label: t('ledger.doing'), value: of(ledger.doing, ledger.held) },
          {
            key: 'agenda',
            label: t('ledger.agenda'),
            value: of(ledger.residentsItems, ledger.items),
          },
          { key: 'access', label: t('ledger.access'), value: of(ledger.needsKept, ledger.needs) },
        ]}
      />
    </div>
  )
}
