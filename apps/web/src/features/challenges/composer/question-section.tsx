import { type Place, THEMES, type Theme } from '@howcanwe/shared/places'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkboxes, Details, TextArea } from '../../../ui/index.ts'
import { toggled } from '../list-query.ts'
import { wholeQuestion, withMark } from '../question.ts'
import { Words } from './fields.tsx'
import type { Composer } from './use-composer.ts'

/** Notes of another noun on one of the two fields. */
export type Notes = (field: 'question' | 'summary', composer: Composer) => ReactNode

/** The question box: the opening words are given, the rest is written, and it is shown as it will be pinned up. */
export function QuestionBox({ composer, notes }: { composer: Composer; notes?: Notes }) {
  const { t } = useTranslation('challenges')
  const { opening, rest } = composer.values
  return (
    <>
      <TextArea
        name="question"
        label={t('field.question.label', { opening })}
        hint={t('field.question.hint')}
        error={composer.errorOf('question')}
        rows={2}
        maxCharacters={160 - opening.length - 1}
        value={rest}
        onChange={(event) => composer.set({ rest: event.target.value.replaceAll('\n', ' ') })}
        onBlur={() => composer.set({ rest: withMark(composer.values.rest) })}
      />
      <QuestionPreview question={wholeQuestion(opening, rest)} opening={opening} />
      {notes?.('question', composer)}
      <QuestionHelp />
    </>
  )
}

/** The same words once more, large; people who hear the page have just typed them. */
export function QuestionPreview({ question, opening }: { question: string; opening: string }) {
  return (
    <p className="hcw-composer-question" aria-hidden="true">
      <span className="hcw-opening">{opening}</span>
      {question === '' ? ' …' : question.slice(opening.length)}
    </p>
  )
}

/** What makes a question that people can answer together, with good ones and bad ones. */
export function QuestionHelp() {
  const { t } = useTranslation('challenges')
  const list = (key: string) => t(key, { returnObjects: true }) as unknown as readonly string[]
  return (
    <Details summary={t('framing.title')}>
      <p className="govuk-body">{t('framing.text')}</p>
      <p className="govuk-body">
        <strong>{t('framing.goodTitle')}</strong>
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {list('framing.good').map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p className="govuk-body">
        <strong>{t('framing.badTitle')}</strong>
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {list('framing.bad').map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Details>
  )
}

/** Question, summary, themes and areas. */
export function QuestionSection({
  composer,
  areas,
  notes,
}: {
  composer: Composer
  areas: Place['areas']
  notes: Notes
}) {
  const { t } = useTranslation(['challenges', 'places'])
  const { values, set, errorOf } = composer
  const { readingAge } = composer.latest.checks
  return (
    <>
      <QuestionBox composer={composer} notes={notes} />
      <Words composer={composer} name="summary" maxWords={90} rows={4} />
      {readingAge === null ? null : (
        <p className="govuk-hint hcw-under-field">{t('readingAge', { count: readingAge })}</p>
      )}
      {notes('summary', composer)}
      <div className="hcw-two">
        <Checkboxes
          legend={t('field.themes.label')}
          hint={t('field.themes.hint')}
          name="themes"
          error={errorOf('themes')}
          value={values.themes}
          onChange={(event) => set({ themes: toggled(values.themes, event.target.value as Theme) })}
          choices={THEMES.map((value) => ({ value, label: t(`places:themes.${value}`) }))}
        />
        <Checkboxes
          legend={t('field.areaIds.label')}
          hint={t('field.areaIds.hint')}
          name="areaIds"
          error={errorOf('areaIds')}
          value={values.areaIds}
          onChange={(event) => set({ areaIds: toggled(values.areaIds, event.target.value) })}
          choices={areas.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
    </>
  )
}
