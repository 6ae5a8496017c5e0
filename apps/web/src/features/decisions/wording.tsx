import type { Decision } from '@howcanwe/shared/decisions'
import { useTranslation } from 'react-i18next'

/** The words people answer on: what, why, whom it affects, what else there was. */
export function Wording({ of }: { of: Decision['versions'][number]['wording'] }) {
  const { t } = useTranslation('decisions')
  return (
    <>
      <blockquote className="hcw-decision__text">{of.text}</blockquote>
      <dl className="hcw-decision__facts">
        <dt>{t('wording.why')}</dt>
        <dd>{of.why}</dd>
        <dt>{t('wording.affects')}</dt>
        <dd>{of.affects}</dd>
        {of.options ? (
          <>
            <dt>{t('wording.options')}</dt>
            <dd>{of.options}</dd>
          </>
        ) : null}
      </dl>
    </>
  )
}
