import { type Challenge, challengesContract } from '@howcanwe/shared/challenges'
import { TOGETHER } from '@howcanwe/shared/interests'
import { POSSIBLE_WITH, SKILLS } from '@howcanwe/shared/organisations'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import '../../features/cases/cases.scss'
import { queryFor } from '../../lib/api.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, PageHeading } from '../../ui/index.ts'
import { usePlace } from '../place.ts'

/** The ten-minute form on paper: for whoever would rather write. Anybody may print it (PE3). */
export function PaperPage() {
  const { slug = '' } = useParams()
  const query = useQuery(queryFor(challengesContract.read, { params: { slug } }))
  return <Loaded query={query}>{(challenge) => <Paper of={challenge} />}</Loaded>
}

function Lines({ label, short = false }: { label: ReactNode; short?: boolean }) {
  return (
    <div className="hcw-paper__question">
      <p className="govuk-body">
        <strong>{label}</strong>
      </p>
      <div className={`hcw-paper__lines${short ? ' hcw-paper__lines--short' : ''}`} />
    </div>
  )
}

function Ticks({ label, items }: { label: string; items: readonly string[] }) {
  return (
    <div className="hcw-paper__question">
      <p className="govuk-body">
        <strong>{label}</strong>
      </p>
      <ul className="govuk-list">
        {items.map((item) => (
          <li key={item}>☐ {item}</li>
        ))}
      </ul>
    </div>
  )
}

function Paper({ of: challenge }: { of: Challenge }) {
  const { t } = useTranslation(['typed', 'interests', 'organisations'])
  const place = usePlace()
  const { moment } = useFormats()
  const { cohortSize: places, expectedInterests, closesAt, answerMinutes } = challenge
  const ring = [place?.contact?.name, place?.contact?.phone].filter(Boolean).join(', ')
  return (
    <div className="hcw-paper">
      <PageHeading title={challenge.question} caption={t('typed:paper.title')} />
      <p className="hcw-paper__print">
        <Button kind="secondary" onClick={() => window.print()}>
          {t('typed:paper.print')}
        </Button>
      </p>
      <p className="govuk-body">{challenge.summary}</p>
      <p className="govuk-body">
        {t('typed:paper.minutes', { count: answerMinutes })}{' '}
        {closesAt ? t('typed:paper.closes', { when: moment(closesAt) }) : ''}{' '}
        {places && expectedInterests
          ? t('typed:paper.odds', { places, expected: expectedInterests })
          : ''}{' '}
        {ring ? t('typed:paper.ring', { ring }) : ''}
      </p>
      <Lines short label={t('organisations:fields.name')} />
      <Lines short label={t('organisations:fields.contact')} />
      <Lines label={t('interests:why.label')} />
      <Ticks
        label={t('interests:bring.label')}
        items={SKILLS.map((one) => t(`organisations:skills.${one}`))}
      />
      <Lines short label={t('interests:bringNote.label')} />
      <Lines short label={t('interests:hours.label')} />
      <Ticks
        label={t('interests:need.label')}
        items={POSSIBLE_WITH.map((one) => t(`organisations:possibleWith.${one}`))}
      />
      <Lines short label={t('interests:needNote.label')} />
      <Ticks
        label={t('interests:together.label')}
        items={TOGETHER.map((one) => t(`interests:together.${one}`))}
      />
      <Ticks label={t('interests:conflict.legend')} items={[t('interests:conflict.label')]} />
      <Lines short label={t('interests:conflictNote.label')} />
    </div>
  )
}
