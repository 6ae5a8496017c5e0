import type { Decision } from '@howcanwe/shared/decisions'
import { useTranslation } from 'react-i18next'

export interface WordingProps {
  of: Decision['versions'][number]['wording']
}

/** The words people answer on: what, why, whom it affects, what else there was. */
export function Wording({ of }: WordingProps) {
  return (
    <>
      <blockquote className="hcw-decision__text">{of.text}</blockquote>
      <WordingFacts of={of} />
    </>
  )
}

/** The same where the page's own heading says what is to be decided. */
export function WordingFacts({ of }: WordingProps) {
  const { t } = useTranslation('decisions')
  return (
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
  )
}
