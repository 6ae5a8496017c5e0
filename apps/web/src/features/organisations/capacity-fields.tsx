import {
  AVAILABILITY,
  LIVED_EXPERIENCE,
  POSSIBLE_WITH,
  SKILLS,
} from '@howcanwe/shared/organisations'
import { useTranslation } from 'react-i18next'
import { Checkboxes, DateField, Radios, TextField } from '../../ui/index.ts'
import { HOURS, type Values } from './capacity.ts'
import { Reach } from './reach.tsx'
import { Rooms } from './rooms.tsx'
import { toggled } from './toggled.ts'
import './organisations.scss'

const NOT_SAID = 'not-said'

/** '£' for the place's money. */
const signOf = (currency: string): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find((part) => part.type === 'currency')?.value ?? currency

export interface CapacityFieldsProps {
  values: Values
  set: (change: Partial<Values>) => void
  errorOf: (name: string) => string | undefined
  /** ISO 4217, of the place. */
  currency: string
}

/**
 * The questions about what an organisation has and can spare, in the order they stand on paper (PE3): its own people and
 * whoever types for them answer the same ones.
 */
export function CapacityFields({ values, set, errorOf, currency }: CapacityFieldsProps) {
  const { t } = useTranslation('organisations')
  return (
    <>
      <h2 className="govuk-heading-m">{t('capacity.timeTitle')}</h2>
      {HOURS.map((name) => (
        <TextField
          key={name}
          label={t(`capacity.${name}`)}
          hint={name === 'spareHoursPerMonth' ? t('capacity.spareHint') : undefined}
          name={name}
          width={4}
          inputMode="numeric"
          suffix={t('capacity.hours')}
          error={errorOf(name)}
          value={values[name]}
          onChange={({ target }) => set({ [name]: target.value })}
        />
      ))}
      <Checkboxes
        legend={t('capacity.availability')}
        name="availability"
        choices={AVAILABILITY.map((value) => ({ value, label: t(`availability.${value}`) }))}
        value={values.availability}
        onChange={async (e) => set({ availability: toggled(values.availability, e, AVAILABILITY) })}
      />
      <DateField
        legend={t('capacity.notBefore')}
        hint={t('capacity.notBeforeHint')}
        name="notBefore"
        error={errorOf('notBefore')}
        value={values.notBefore ?? ''}
        onChange={(notBefore) => set({ notBefore })}
      />
      <h2 className="govuk-heading-m">{t('capacity.skillsTitle')}</h2>
      <div className="hcw-two-columns">
        <Checkboxes
          legend={t('capacity.skills')}
          name="skills"
          choices={SKILLS.map((value) => ({ value, label: t(`skills.${value}`) }))}
          value={values.skills}
          onChange={async (e) => set({ skills: toggled(values.skills, e, SKILLS) })}
        />
      </div>
      <TextField
        label={t('capacity.otherSkills')}
        hint={t('capacity.otherSkillsHint')}
        name="otherSkills"
        maxLength={200}
        value={values.otherSkills}
        onChange={({ target }) => set({ otherSkills: target.value })}
      />
      <h2 className="govuk-heading-m">{t('capacity.premisesTitle')}</h2>
      <Rooms
        rows={values.premises}
        onChange={(premises) => set({ premises })}
        errorOf={errorOf}
        currency={signOf(currency)}
      />
      <h2 className="govuk-heading-m">{t('capacity.reachTitle')}</h2>
      <Reach rows={values.reach} onChange={(reach) => set({ reach })} errorOf={errorOf} />
      <h2 className="govuk-heading-m">{t('capacity.livedTitle')}</h2>
      <Radios
        legend={t('capacity.livedExperience')}
        name="livedExperience"
        choices={[
          ...LIVED_EXPERIENCE.map((value) => ({ value, label: t(`livedExperience.${value}`) })),
          { value: NOT_SAID, label: t('capacity.livedNone') },
        ]}
        value={values.livedExperience ?? NOT_SAID}
        onChange={async ({ target }) =>
          set({ livedExperience: LIVED_EXPERIENCE.find((one) => one === target.value) ?? null })
        }
      />
      <h2 className="govuk-heading-m">{t('capacity.possibleTitle')}</h2>
      <Checkboxes
        legend={t('capacity.possibleWith')}
        name="possibleWith"
        choices={POSSIBLE_WITH.map((value) => ({ value, label: t(`possibleWith.${value}`) }))}
        value={values.possibleWith}
        onChange={async (e) =>
          set({ possibleWith: toggled(values.possibleWith, e, POSSIBLE_WITH) })
        }
      />
    </>
  )
}
