import type { MyAnswer as Answer } from '@howcanwe/shared/cohorts'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Radios } from '../../ui/index.ts'
import { AskBack } from './ask-back.tsx'
import { useMyAnswer, useRate } from './my-answer.queries.ts'
import { Points } from './points.tsx'

/**
 * What an organisation was told beside its reason: the points, the next step, whom to ring; how useful that was, and
 * the one question back (EI5, J-15). For under the decision. Needs the catalogue `cohorts+mine`.
 */
export function MyAnswer({ interestId }: { interestId: string }) {
  const { t } = useTranslation('cohorts')
  return (
    <Loaded query={useMyAnswer(interestId)} lines={4}>
      {(answer) => (
        <section aria-label={t('mine.title')}>
          <h2 className="govuk-heading-m">{t('mine.title')}</h2>
          <Points answer={answer} />
          <p className="govuk-body">{t('mine.from', { from: answer.from })}</p>
          <Ring contact={answer.contact} />
          <Usefulness answer={answer} />
          <AskBack answer={answer} />
        </section>
      )}
    </Loaded>
  )
}

/** A person to ring, on every answer (PE6). */
function Ring({ contact }: { contact: Answer['contact'] }) {
  const { t } = useTranslation('cohorts')
  const { name, phone, email } = contact
  return (
    <p className="govuk-body">
      {t('mine.ring', { name })}{' '}
      {phone ? (
        <a className="govuk-link" href={`tel:${phone.replaceAll(' ', '')}`}>
          {phone}
        </a>
      ) : null}
      {!phone && email ? (
        <a className="govuk-link" href={`mailto:${email}`}>
          {email}
        </a>
      ) : null}
    </p>
  )
}

const RATINGS = ['1', '2', '3', '4', '5']

/** One tap; kept at once. The one who decided never sees whose number it is. */
function Usefulness({ answer }: { answer: Answer }) {
  const { t } = useTranslation(['cohorts', 'problems'])
  const { day } = useFormats()
  const send = useRate(answer.interestId)
  const { rating, mayRate, changeableUntil } = answer.usefulness
  if (!mayRate)
    return <p className="govuk-body">{t('cohorts:mine.rated', { count: rating ?? 0 })}</p>
  const shown = send.variables ?? rating
  return (
    <>
      <Radios
        inline
        name="usefulness"
        legend={t('cohorts:mine.useful')}
        hint={t('cohorts:mine.usefulHint')}
        error={send.error ? sentenceOf(t, send.error) : undefined}
        value={shown === null ? '' : String(shown)}
        onChange={async ({ target }) => send.mutate(Number(target.value))}
        choices={RATINGS.map((value) => ({ value, label: t(`cohorts:mine.scale.${value}`) }))}
      />
      <p className="govuk-body" role="status">
        {changeableUntil ? t('cohorts:mine.kept', { day: day(changeableUntil) }) : ''}
      </p>
    </>
  )
}
