import type { Capacity } from '@howcanwe/shared/organisations'
import { useTranslation } from 'react-i18next'
import { isProblem, sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, ButtonGroup, ButtonLink, Link, Notice } from '../../ui/index.ts'
import { useConfirmCapacity } from './organisations.queries.ts'

/** What was said, asked again as short questions; what was left empty is not asked. */
function useQuestions(capacity: Capacity): string[] {
  const { t } = useTranslation('organisations')
  const { list, date } = useFormats()
  const { spareHoursPerMonth: hours, availability, skills, premises, reach } = capacity
  const when = list(availability.map((one) => t(`availability.${one}`)))
  const good = list(skills.map((one) => t(`skills.${one}`)))
  const known = list(reach.map((one) => one.community))
  const need = list(capacity.possibleWith.map((one) => t(`possibleWith.${one}`)))
  const room = (one: Capacity['premises'][number]) =>
    t('refresh.room', { room: one.name, seats: t('refresh.seats', { count: one.seats }) })
  return [
    hours === null ? '' : t('refresh.hours', { count: hours }),
    availability.length > 0 ? t('refresh.when', { list: when }) : '',
    capacity.notBefore ? t('refresh.notBefore', { day: date(capacity.notBefore) }) : '',
    ...premises.map(room),
    skills.length > 0 ? t('refresh.skills', { list: good }) : '',
    reach.length > 0 ? t('refresh.reach', { list: known }) : '',
    capacity.possibleWith.length > 0 ? t('refresh.need', { list: need }) : '',
  ].filter(Boolean)
}

/** "Still 20 hours? Still the hall on Tuesdays?": one tap says yes to all of it, another changes it (J-08). */
export function StillSo(props: {
  capacity: Capacity
  /** Where the profile is changed. */
  changeAt: string
  todayAt: string
}) {
  const { capacity, changeAt, todayAt } = props
  const { t } = useTranslation(['organisations', 'problems'])
  const { date } = useFormats()
  const questions = useQuestions(capacity)
  const confirm = useConfirmCapacity(capacity)
  if (confirm.isSuccess) return <Confirmed todayAt={todayAt} />
  const said = questions.length > 0
  return (
    <>
      {confirm.error ? (
        <Notice
          kind="warning"
          focus
          heading={
            isProblem(confirm.error, 'request.stale')
              ? t('organisations:refresh.stale')
              : sentenceOf(t, confirm.error)
          }
        />
      ) : null}
      <p className="govuk-body">
        {capacity.confirmedAt
          ? t('organisations:refresh.lead', { day: date(capacity.confirmedAt) })
          : t('organisations:refresh.leadNever')}
      </p>
      {said ? (
        <ul className="govuk-list govuk-list--bullet">
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      ) : null}
      <ButtonGroup>
        <Button busy={confirm.isPending} onClick={() => confirm.mutate()}>
          {t(said ? 'organisations:refresh.yes' : 'organisations:refresh.here')}
        </Button>
        <ButtonLink kind="secondary" to={changeAt}>
          {t(said ? 'organisations:refresh.change' : 'organisations:refresh.say')}
        </ButtonLink>
      </ButtonGroup>
    </>
  )
}

function Confirmed({ todayAt }: { todayAt: string }) {
  const { t } = useTranslation('organisations')
  return (
    <>
      <Notice kind="success" heading={t('refresh.done')} focus>
        <p className="govuk-body">{t('refresh.doneText')}</p>
      </Notice>
      <Link to={todayAt}>{t('refresh.toToday')}</Link>
    </>
  )
}
