import type { SqueezeOut, SqueezeOutFinding } from '@howcanwe/shared/squeeze-outs'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NoticeList, NoticeListItem, Tag } from '../../ui/index.ts'
import { byCode, type Found } from './by-code.ts'

export interface FindingListProps {
  findings: readonly SqueezeOutFinding[]
  /** Of the titles, so that headings never skip. */
  level?: 2 | 3
  /** Under each finding: the box for a public answer, or the answer itself. */
  after?: (code: SqueezeOut) => ReactNode
}

/** What keeps small organisations out: each thing once, with where it stands, why it matters and what to ask instead. */
export function FindingList({ findings, level = 3, after }: FindingListProps) {
  const { t } = useTranslation('squeeze-outs')
  return (
    <NoticeList label={t('result.title')}>
      {byCode(findings).map((found) => (
        <NoticeListItem
          key={found.code}
          level={level}
          title={t(`finding.${found.code}.title`)}
          caption={
            <Tag tone={found.severity === 'red' ? 'error' : 'caution'}>
              {t(`severity.${found.severity}`)}
            </Tag>
          }
        >
          <Body found={found} />
          {after?.(found.code)}
        </NoticeListItem>
      ))}
    </NoticeList>
  )
}

function Body({ found }: { found: Found }) {
  const { t } = useTranslation('squeeze-outs')
  const { code, quotes, source } = found
  return (
    <>
      {quotes.length > 0 ? (
        <>
          <p className="govuk-body govuk-!-margin-bottom-1">
            <strong>{t('part.quote')}</strong>
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {quotes.map((quote) => (
              <li key={quote}>
                <q>{quote}</q>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="govuk-body">
        <strong>{t('part.why')}:</strong> {t(`finding.${code}.why`)}
      </p>
      <p className="govuk-body">
        <strong>{t('part.fix')}:</strong> {t(`finding.${code}.fix`)}
      </p>
      <p className="govuk-hint">
        {t('part.source', { title: source.title, year: String(source.year) })}
      </p>
    </>
  )
}
