import { type Challenge, challengesContract } from '@howcanwe/shared/challenges'
import { TOGETHER } from '@howcanwe/shared/interests'
import { POSSIBLE_WITH, SKILLS } from '@howcanwe/shared/organisations'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ForTheDesk, Lines, SheetOfPaper, Ticks } from '../../features/cases/paper.tsx'
import { queryFor } from '../../lib/api.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'

/** The ten-minute form on paper: for whoever would rather write. Anybody may print it (PE3). */
export function PaperPage() {
  const { slug = '' } = useParams()
  const query = useQuery(queryFor(challengesContract.read, { params: { slug } }))
  return <Loaded query={query}>{(challenge) => <Paper of={challenge} />}</Loaded>
}

function Paper({ of: challenge }: { of: Challenge }) {
  const { t } = useTranslation(['typed', 'interests', 'organisations'])
  const place = usePlace()
  const { moment } = useFormats()
  const { cohortSize: places, expectedInterests, closesAt, answerMinutes } = challenge
  const ring = [place?.contact?.name, place?.contact?.phone].filter(Boolean).join(', ')
  return (
    <SheetOfPaper
      title={challenge.question}
      caption={t('typed:paper.title')}
      online={paths.challenge({ slug: challenge.slug })}
    >
      <p className="govuk-body">{challenge.summary}</p>
      <p className="govuk-body">
        {t('typed:paper.minutes', { count: answerMinutes })}{' '}
        {closesAt ? t('typed:paper.closes', { when: moment(closesAt) }) : ''}{' '}
        {places && expectedInterests
          ? t('typed:paper.odds', { places, expected: expectedInterests })
          : ''}{' '}
        {ring ? t('typed:paper.ring', { ring }) : ''}
      </p>
      <p className="govuk-body">{t('typed:paper.seenBy', challenge.asker)}</p>
      <Lines short label={t('organisations:fields.name')} />
      <Lines short label={t('organisations:fields.contact')} />
      <Lines label={t('interests:why.label')} hint={t('interests:why.hint')} />
      <Ticks
        label={t('interests:bring.label')}
        hint={t('interests:bring.hint')}
        items={SKILLS.map((one) => t(`organisations:skills.${one}`))}
      />
      <Lines short label={t('interests:bringNote.label')} hint={t('interests:bringNote.hint')} />
      <Lines short label={t('interests:hours.label')} hint={t('interests:hours.hint')} />
      <Lines short label={t('interests:fromWhen.label')} />
      <Ticks
        label={t('interests:need.label')}
        hint={t('interests:need.hint')}
        items={POSSIBLE_WITH.map((one) => t(`organisations:possibleWith.${one}`))}
      />
      <Lines short label={t('interests:needNote.label')} />
      <Ticks
        one
        label={t('interests:together.label')}
        items={TOGETHER.map((one) => t(`interests:together.${one}`))}
      />
      <Lines
        short
        label={t('interests:togetherWith.label')}
        hint={t('interests:togetherWith.hint')}
      />
      <Ticks
        label={t('interests:conflict.legend')}
        hint={t('interests:conflict.hint')}
        items={[t('interests:conflict.label')]}
      />
      <Lines short label={t('interests:conflictNote.label')} />
      <ForTheDesk />
    </SheetOfPaper>
  )
}
