import type { Checkpoint } from '@howcanwe/shared/audit'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Facts } from '../../ui/index.ts'
import { checkpointsFile } from './audit.queries.ts'

/** How long the record is, what stands for all of it, and how to keep that. */
export function Fingerprint({ newest, slug }: { newest: Checkpoint; slug: string }) {
  const { t } = useTranslation('audit')
  const formats = useFormats()
  return (
    <>
      <Facts
        facts={[
          { key: 'events', label: t('facts.events'), value: formats.number(newest.size) },
          { key: 'taken', label: t('facts.taken'), value: formats.moment(newest.at) },
        ]}
      />
      <h2 className="govuk-heading-m">{t('fingerprint.title')}</h2>
      <p className="govuk-body">{t('fingerprint.text')}</p>
      <p className="govuk-body">
        {t('fingerprint.label')}: <code>{inFours(newest.hash)}</code>
      </p>
      <h2 className="govuk-heading-m">{t('keep.title')}</h2>
      <p className="govuk-body">{t('keep.text')}</p>
      <p className="govuk-body">
        <a
          className="govuk-link"
          href={checkpointsFile(newest.chain)}
          download={`${slug}-checkpoints.json`}
        >
          {t('keep.link')}
        </a>
      </p>
      <p className="govuk-body">{t('keep.mailed')}</p>
    </>
  )
}

/** Sixteen groups of four can be read out, and break across lines on a narrow screen. */
const inFours = (hash: string): string => hash.replace(/(.{4})(?=.)/g, '$1 ')
