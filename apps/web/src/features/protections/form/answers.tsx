import { type Place, THEMES, type Theme } from '@howcanwe/shared/places'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../lib/format.ts'
import { Checkboxes, DateField, Details, TextArea, TextField } from '../../../ui/index.ts'
import type { Decision } from './use-decision.ts'

type BoxName = 'why' | 'atRisk' | 'strengthen' | 'alternatives'

interface Props {
  decision: Decision
}

function Box({ decision, name }: Props & { name: BoxName }) {
  const { t } = useTranslation('protections')
  return (
    <TextArea
      rows={4}
      name={name}
      label={t(`field.${name}.label`)}
      hint={t(`field.${name}.hint`)}
      error={decision.errorOf(name)}
      maxCharacters={1500}
      value={decision.values[name]}
      onChange={(event) => decision.set({ [name]: event.target.value })}
    />
  )
}

/** What stays, why it works, and where it is for whoever wants to say. */
export function WhatPart({ decision, areas }: Props & { areas: Place['areas'] }) {
  const { t } = useTranslation('protections')
  return (
    <>
      <TextField
        name="title"
        label={t('field.title.label')}
        hint={t('field.title.hint')}
        error={decision.errorOf('title')}
        maxLength={120}
        autoComplete="off"
        value={decision.values.title}
        onChange={(event) => decision.set({ title: event.target.value })}
      />
      <Box decision={decision} name="why" />
      <Details summary={t('form.where')}>
        <Where decision={decision} areas={areas} />
      </Details>
    </>
  )
}

const toggled = <T extends string>(list: readonly T[], one: T): T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one]

function Where({ decision, areas }: Props & { areas: Place['areas'] }) {
  const { t } = useTranslation(['protections', 'places'])
  const { values, set, errorOf } = decision
  return (
    <>
      <Checkboxes
        name="areaIds"
        legend={t('field.areaIds.label')}
        hint={t('field.areaIds.hint')}
        error={errorOf('areaIds')}
        value={values.areaIds}
        onChange={(event) => set({ areaIds: toggled(values.areaIds, event.target.value) })}
        choices={areas.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Checkboxes
        name="themes"
        legend={t('field.themes.label')}
        hint={t('field.themes.hint')}
        error={errorOf('themes')}
        value={values.themes}
        onChange={(event) => set({ themes: toggled(values.themes, event.target.value as Theme) })}
        choices={THEMES.map((one) => ({ value: one, label: t(`places:themes.${one}`) }))}
      />
    </>
  )
}

/** Who would lose what, what is promised, what it costs and what else was looked at. */
export function RiskPart({ decision }: Props) {
  const { t } = useTranslation('protections')
  const { money } = useFormats()
  return (
    <>
      <Box decision={decision} name="atRisk" />
      <Box decision={decision} name="strengthen" />
      <TextField
        optional
        name="money"
        label={t('field.money.label')}
        hint={t('field.money.hint')}
        error={decision.errorOf('money')}
        prefix={money(0).replace(/[\d.,\s]/g, '')}
        width={10}
        inputMode="decimal"
        autoComplete="off"
        value={decision.values.money}
        onChange={(event) => decision.set({ money: event.target.value })}
      />
      <Box decision={decision} name="alternatives" />
    </>
  )
}

/** The day it is looked at again, three to twenty-four months ahead. */
export function AgainPart({ decision }: Props) {
  const { t } = useTranslation('protections')
  const { date } = useFormats()
  const { reviewFrom, reviewUntil } = decision.draft
  return (
    <DateField
      name="reviewOn"
      legend={t('field.reviewOn.label')}
      hint={t('field.reviewOn.hint', { from: date(reviewFrom), until: date(reviewUntil) })}
      error={decision.errorOf('reviewOn')}
      value={decision.values.reviewOn}
      onChange={(reviewOn) => decision.set({ reviewOn })}
    />
  )
}
