import type { SessionInside } from '@howcanwe/shared/sessions'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { SummaryList, Tag } from '../../ui/index.ts'
import './sessions.scss'

/** Where, how to get there, what is paid, and the file for one's calendar. */
export function SessionFacts({ session: s, isOpen }: { session: SessionInside; isOpen: boolean }) {
  const { t } = useTranslation('sessions')
  const { minutes } = useFormats()
  const where = [s.venue, s.address].filter(Boolean).join(', ')
  const facts = [
    { key: 'where', label: t('facts.where'), value: where },
    ...(s.gettingThere
      ? [{ key: 'gettingThere', label: t('facts.gettingThere'), value: s.gettingThere }]
      : []),
    {
      key: 'steps',
      label: t('facts.steps'),
      value: s.stepFree ? t('facts.stepFree') : t('facts.stairs'),
    },
    ...(s.link
      ? [{ key: 'video', label: t('facts.video'), value: <VideoLink href={s.link} /> }]
      : []),
    ...(s.breaks ? [{ key: 'breaks', label: t('facts.breaks'), value: s.breaks }] : []),
    {
      key: 'paid',
      label: t('facts.paid'),
      value: t('facts.paidFor', { time: minutes(s.paidMinutes) }),
    },
  ]
  return (
    <section aria-labelledby="where">
      <h2 id="where" className="govuk-heading-m">
        {t('facts.title')}
      </h2>
      <SummaryList rows={facts} />
      {isOpen ? (
        <p className="govuk-body">
          <a
            className="govuk-link"
            href={`/api/v1/groups/${s.groupId}/sessions/${s.id}/calendar.ics`}
          >
            {t('facts.calendar')}
          </a>
        </p>
      ) : null}
    </section>
  )
}

function VideoLink({ href }: { href: string }) {
  const { t } = useTranslation('sessions')
  return (
    <a className="govuk-link" href={href} rel="noreferrer">
      {t('facts.videoLink')}
    </a>
  )
}

const TONES = {
  announced: 'plain',
  'access-check': 'caution',
  confirmed: 'pine',
  held: 'quiet',
  'notes-shared': 'quiet',
  paid: 'quiet',
  closed: 'quiet',
  cancelled: 'error',
} as const

export function StateTag({ state }: { state: SessionInside['state'] }) {
  const { t } = useTranslation('sessions')
  return <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>
}
