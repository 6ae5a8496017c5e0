import type { Group } from '@howcanwe/shared/codesign'
import { useTranslation } from 'react-i18next'
import { languageOfGroup } from './group-facts.ts'
import './codesign.scss'

const BOXES = ['decides', 'shapes', 'fixed', 'answersBy'] as const

/** What a group decides, what it shapes, what is fixed, and who answers by when (CD1): said before anyone joins. */
export function PowerStatement({ group }: { group: Group }) {
  const { t } = useTranslation('codesign')
  return (
    <section aria-labelledby="power">
      <h2 id="power" className="govuk-heading-m">
        {t('power.title')}
      </h2>
      <p className="govuk-body">
        {t(`power.rung.${group.rung}`)} {t('power.lead')}
      </p>
      <dl className="hcw-power">
        {BOXES.map((box) => (
          <div key={box} className={`hcw-power__box hcw-power__box--${box}`}>
            <dt>{t(`power.${box}`)}</dt>
            <dd lang={languageOfGroup(group)}>{group[box]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
