import { useTranslation } from 'react-i18next'
import { Tag } from '../../../ui/index.ts'
import { countsBySection, SECTIONS } from './sections.ts'

/** The parts of the page with what each still lacks; every line leads to its part. */
export function TaskList({ missing }: { missing: readonly { name: string }[] }) {
  const { t } = useTranslation('challenges')
  const counts = countsBySection(missing)
  return (
    <nav aria-label={t('composer.parts')}>
      <ol className="hcw-tasks">
        {SECTIONS.map(({ key }, index) => (
          <li key={key} className="hcw-tasks__task">
            <a href={`#part-${key}`}>
              {index + 1}. {t(`composer.section.${key}`)}
            </a>
            {counts[key] === 0 ? (
              <Tag tone="pine">{t('composer.whole')}</Tag>
            ) : (
              <Tag tone="quiet">{t('composer.toGo', { count: counts[key] })}</Tag>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
