import { TOGETHER } from '@howcanwe/shared/interests'
import { POSSIBLE_WITH, SKILLS } from '@howcanwe/shared/organisations'
import type { ChangeEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { useSchemaForm } from '../../lib/form.ts'
import { Checkboxes, DateField, Details, Radios, TextArea, TextField } from '../../ui/index.ts'
import { type Answers, type TextName, wordsLeftFor } from './answers.ts'
import type { Known } from './known.ts'
import type { VoiceOf } from './voice.queries.ts'
import { VoiceAnswer } from './voice-note.tsx'

export type AnswersForm = ReturnType<typeof useSchemaForm<Answers>>
type ListName = 'bring' | 'need'

/** Ties the primitives to the form: texts and ticks are held by it, so that a kept copy fills them too. */
function useParts(form: AnswersForm) {
  const answers = form.watch()
  const text = (name: TextName) => ({
    name,
    value: answers[name] ?? '',
    error: form.errorOf(name),
    onChange: async (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      form.setValue(name, event.target.value),
  })
  const ticks = (name: ListName) => ({
    name,
    value: answers[name] ?? [],
    error: form.errorOf(name),
    onChange: async ({ target }: ChangeEvent<HTMLInputElement>) => {
      const others: string[] = (answers[name] ?? []).filter((one) => one !== target.value)
      const next = target.checked ? [...others, target.value] : others
      form.setValue(name, next as Answers[ListName] & Answers['bring'] & Answers['need'])
    },
  })
  return { answers, text, ticks }
}

export interface QuestionsProps {
  form: AnswersForm
  /** Skills the organisation ticked before. */
  profile: readonly string[]
  /** Answers that stand there already, and where they come from. */
  known: Known
  seenBy: string
  /** Left out where somebody types what another says. */
  voice?: VoiceOf
  /** Under "together with others": the way to answering as one, with what is typed so far. */
  asOne?: ((answers: Partial<Answers>) => ReactNode) | undefined
}

/** Says beside an answer that it was not typed here. */
function useHints(known: Known) {
  const { t } = useTranslation('interests')
  return (name: keyof Known, hint: string): string => {
    const source = known[name]
    return source ? `${t(`profile.${source}`)} ${hint}` : hint
  }
}

/** Five questions and a tick, on one page. */
export function Questions({ form, profile, known: given, seenBy, voice, asOne }: QuestionsProps) {
  const { t } = useTranslation(['interests', 'organisations'])
  const { answers, text, ticks } = useParts(form)
  const skills = SKILLS.map((value) => ({ value, label: t(`organisations:skills.${value}`) }))
  const hint = useHints(given)
  const known = skills.filter((skill) => profile.includes(skill.value))
  const others = skills.filter((skill) => !profile.includes(skill.value))
  return (
    <>
      <TextArea
        {...text('why')}
        label={t('interests:why.label')}
        labelSize="m"
        hint={t('interests:why.hint')}
        seenBy={seenBy}
        maxWords={wordsLeftFor('why', answers)}
        rows={6}
      />
      {voice ? <VoiceAnswer of={voice} question="why" asks={t('interests:why.label')} /> : null}
      <Checkboxes
        {...ticks('bring')}
        legend={t('interests:bring.label')}
        legendSize="m"
        hint={hint('bring', t('interests:bring.hint'))}
        choices={known.length > 0 ? known : skills}
      />
      {known.length > 0 && others.length > 0 ? (
        <Details summary={t('interests:bring.more')}>
          <Checkboxes
            {...ticks('bring')}
            id="more-skills"
            error={undefined}
            legend={t('interests:bring.moreLegend')}
            choices={others}
          />
        </Details>
      ) : null}
      <TextArea
        {...text('bringNote')}
        label={t('interests:bringNote.label')}
        hint={hint('bringNote', t('interests:bringNote.hint'))}
        optional
        maxWords={wordsLeftFor('bringNote', answers)}
        rows={3}
      />
      {voice ? (
        <VoiceAnswer of={voice} question="bringNote" asks={t('interests:bringNote.label')} />
      ) : null}
      <TimeQuestion form={form} known={given} />
      <Checkboxes
        {...ticks('need')}
        legend={t('interests:need.label')}
        legendSize="m"
        hint={hint('need', t('interests:need.hint'))}
        choices={POSSIBLE_WITH.map((value) => ({
          value,
          label: t(`organisations:possibleWith.${value}`),
        }))}
      />
      <TextArea
        {...text('needNote')}
        label={t('interests:needNote.label')}
        optional
        maxWords={wordsLeftFor('needNote', answers)}
        rows={2}
      />
      {voice ? (
        <VoiceAnswer of={voice} question="needNote" asks={t('interests:needNote.label')} />
      ) : null}
      <Radios
        name="together"
        legend={t('interests:together.label')}
        legendSize="m"
        error={form.errorOf('together')}
        value={answers.together ?? ''}
        onChange={async ({ target }) =>
          form.setValue('together', target.value as Answers['together'])
        }
        choices={TOGETHER.map((value) => ({
          value,
          label: t(`interests:together.${value}`),
          ...(value === 'find-us-partners' ? { hint: t('interests:together.findHint') } : {}),
          ...(value === 'with'
            ? {
                reveals: (
                  <>
                    <TextField
                      {...text('togetherWith')}
                      label={t('interests:togetherWith.label')}
                      hint={t('interests:togetherWith.hint')}
                    />
                    {asOne?.(answers)}
                  </>
                ),
              }
            : {}),
        }))}
      />
      <ConflictTick form={form} />
    </>
  )
}

function TimeQuestion({ form, known }: { form: AnswersForm; known: Known }) {
  const { t } = useTranslation('interests')
  const hint = useHints(known)
  return (
    <>
      <TextField
        {...form.register('hoursPerMonth', {
          setValueAs: (typed) => (typed === '' || typed == null ? undefined : Number(typed)),
        })}
        label={t('hours.label')}
        labelSize="m"
        hint={hint('hoursPerMonth', t('hours.hint'))}
        suffix={t('hours.unit')}
        error={form.errorOf('hoursPerMonth')}
        inputMode="numeric"
        autoComplete="off"
        width={3}
      />
      <DateField
        name="fromWhen"
        legend={t('fromWhen.label')}
        hint={hint('fromWhen', t('fromWhen.hint'))}
        optional
        error={form.errorOf('fromWhen')}
        value={form.watch('fromWhen') ?? ''}
        onChange={(day) => form.setValue('fromWhen', day === '' ? null : day)}
      />
    </>
  )
}

function ConflictTick({ form }: { form: AnswersForm }) {
  const { t } = useTranslation('interests')
  const { answers, text } = useParts(form)
  return (
    <Checkboxes
      name="conflict"
      legend={t('conflict.legend')}
      legendSize="m"
      hint={t('conflict.hint')}
      value={answers.conflict ? ['yes'] : []}
      onChange={async ({ target }) => form.setValue('conflict', target.checked)}
      choices={[
        {
          value: 'yes',
          label: t('conflict.label'),
          reveals: (
            <TextArea
              {...text('conflictNote')}
              label={t('conflictNote.label')}
              maxWords={wordsLeftFor('conflictNote', answers)}
              rows={2}
            />
          ),
        },
      ]}
    />
  )
}
