import type { GroupRead } from '@howcanwe/shared/codesign'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/index.ts'
import { isOver, languageOfGroup } from './group-facts.ts'
import './codesign.scss'

const BOXES = ['decides', 'shapes', 'fixed', 'answersBy'] as const

/** What a group decides, what it shapes, what is fixed, and who answers by when (CD1): said before anyone joins. */
export function PowerStatement({ group }: { group: GroupRead }) {
  const { t } = useTranslation('codesign')
  return (
    <section aria-labelledby="power">
      <h2 id="power" className="govuk-heading-m">
        {t('power.title')}
      </h2>
      {group.lived ? (
        <Notice kind="warning" heading={t('power.overridden', { count: group.lived.overrides })}>
          <p className="govuk-body">
            {t('power.expect')} <strong>{t(`power.rung.${group.lived.rung}`)}</strong>
          </p>
        </Notice>
      ) : (
        <p className="govuk-body">
          {t(`power.rung.${group.rung}`)} {isOver(group) ? null : t('power.lead')}
        </p>
      )}
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
