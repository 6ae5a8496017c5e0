import type { SessionInside } from '@howcanwe/shared/sessions'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Tag } from '../../ui/index.ts'
import './sessions.scss'

const HELD = new Set(['held', 'notes-shared', 'paid', 'closed'])

/** What a session led to, and its notes; late ones say so. */
export function After({ session }: { session: SessionInside }) {
  const { t } = useTranslation('sessions')
  const { date } = useFormats()
  const { notes, notesDueAt, notesLate, notesSharedAt, outcomes } = session
  if (!HELD.has(session.state)) return null
  return (
    <section aria-labelledby="after">
      <h2 id="after" className="govuk-heading-m">
        {t('after.title')}
      </h2>
      {outcomes.length === 0 ? <p className="govuk-body">{t('after.nothing')}</p> : null}
      <ul className="hcw-outcomes">
        {outcomes.map(({ id, kind, text, who }) => (
          <li key={id}>
            <Tag tone={kind === 'decision' ? 'pine' : 'plain'}>{t(`outcome.${kind}`)}</Tag>
            <span>{who ? t('after.by', { text, who }) : text}</span>
          </li>
        ))}
      </ul>
      <h3 className="govuk-heading-s">{t('after.notes')}</h3>
      {notesLate ? (
        <p className="govuk-body">
          <Tag tone="caution">{t('after.late')}</Tag>
        </p>
      ) : null}
      {notes ? (
        <p className="govuk-body hcw-lines">{notes}</p>
      ) : (
        <p className="govuk-body">
          {notesDueAt ? t('after.due', { date: date(notesDueAt) }) : t('after.notYet')}
        </p>
      )}
      {notesSharedAt ? (
        <p className="govuk-body hcw-soft">{t('after.shared', { date: date(notesSharedAt) })}</p>
      ) : null}
    </section>
  )
}
