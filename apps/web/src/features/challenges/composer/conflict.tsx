import { useTranslation } from 'react-i18next'
import { Button, ButtonGroup, Notice } from '../../../ui/index.ts'
import type { Composer } from './use-composer.ts'

/** The same draft was saved in another window: the person says whose words stay. */
export function Conflict({ composer }: { composer: Composer }) {
  const { t } = useTranslation('challenges')
  if (composer.state.kind !== 'conflict') return null
  return (
    <Notice kind="warning" focus heading={t('conflict.title')}>
      <p className="govuk-body">{t('conflict.text')}</p>
      <ButtonGroup>
        <Button onClick={() => void composer.settle('mine')}>{t('conflict.mine')}</Button>
        <Button kind="secondary" onClick={() => void composer.settle('theirs')}>
          {t('conflict.theirs')}
        </Button>
      </ButtonGroup>
    </Notice>
  )
}
