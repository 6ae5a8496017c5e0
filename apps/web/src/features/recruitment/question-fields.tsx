import { useTranslation } from 'react-i18next'
import type { useSchemaForm } from '../../lib/form.ts'
import { Button, Checkboxes, Fieldset, TextField } from '../../ui/index.ts'
import { newAnswer, type Typed } from './open-draft.ts'
import './recruitment.scss'

interface QuestionFieldsProps {
  form: ReturnType<typeof useSchemaForm<Typed>>
  at: number
  onDropped?: (() => void) | undefined
}

/** One question of a draw with its answers, and how many of each are wanted. */
export function QuestionFields({ form: f, at, onDropped }: QuestionFieldsProps) {
  const { t } = useTranslation('recruitment')
  const path = `categories.${at}` as const
  const answers = f.watch(`${path}.features`)
  const more = () =>
    f.setValue(`${path}.features`, [...f.getValues(`${path}.features`), newAnswer()])
  return (
    <Fieldset
      name={path}
      legend={t('desk.open.question', { n: at + 1 })}
      legendSize="m"
      error={f.errorOf(path)}
    >
      <TextField
        {...f.register(`${path}.name`)}
        label={t('desk.open.ask')}
        error={f.errorOf(`${path}.name`)}
      />
      <Checkboxes
        {...f.register(`${path}.special`)}
        legend={<span className="govuk-visually-hidden">{t('desk.open.special')}</span>}
        choices={[
          { value: 'yes', label: t('desk.open.special'), hint: t('desk.open.specialHint') },
        ]}
      />
      {answers.map((_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: answers are told apart by their place alone
        <AnswerFields key={n} form={f} at={at} n={n} />
      ))}
      {answers.length < 8 ? (
        <Button kind="secondary" onClick={more}>
          {t('desk.open.addAnswer')}
        </Button>
      ) : null}{' '}
      {onDropped ? (
        <Button kind="secondary" onClick={onDropped}>
          {t('desk.open.drop', { n: at + 1 })}
        </Button>
      ) : null}
    </Fieldset>
  )
}

function AnswerFields({
  form: f,
  at,
  n,
}: {
  form: QuestionFieldsProps['form']
  at: number
  n: number
}) {
  const { t } = useTranslation('recruitment')
  const path = `categories.${at}.features.${n}` as const
  const box = (name: 'min' | 'max' | 'affected') => (
    <TextField
      {...f.register(`${path}.${name}`)}
      label={t(`desk.open.${name}`)}
      error={f.errorOf(`${path}.${name}`)}
      inputMode="numeric"
      width={3}
      optional={name !== 'min'}
    />
  )
  return (
    <Fieldset name={path} legend={t('desk.open.answer', { n: n + 1 })}>
      <div className="hcw-answers">
        <TextField
          {...f.register(`${path}.name`)}
          label={t('desk.open.name')}
          error={f.errorOf(`${path}.name`)}
        />
        {box('min')}
        {box('max')}
        {box('affected')}
      </div>
      <Checkboxes
        {...f.register(`${path}.leastServed`)}
        legend={<span className="govuk-visually-hidden">{t('desk.open.least')}</span>}
        choices={[{ value: 'yes', label: t('desk.open.least') }]}
      />
    </Fieldset>
  )
}
