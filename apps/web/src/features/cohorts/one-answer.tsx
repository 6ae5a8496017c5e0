import type { Interest } from '@howcanwe/shared/interests'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { SummaryList, Tag } from '../../ui/index.ts'
import { OrganisationSector } from './sector.tsx'

/** One organisation's answers as they were sent, and below them what is decided. */
export function OneAnswer({ interest, children }: { interest: Interest; children: ReactNode }) {
  const { t } = useTranslation(['cohorts', 'organisations'])
  const { day, money } = useFormats()
  const { organisation } = interest
  const lines = (...parts: string[]) => {
    const said = parts.filter((part) => part !== '')
    if (said.length === 0) return t('cohorts:answer.nothing')
    return said.map((line) => (
      <span key={line}>
        {line}
        <br />
      </span>
    ))
  }
  const hours = t('cohorts:answer.hours', { count: interest.hoursPerMonth })
  const rows = [
    { key: 'why', value: interest.why },
    {
      key: 'bring',
      value: lines(
        ...interest.bring.map((one) => t(`organisations:skills.${one}`)),
        interest.bringNote,
      ),
    },
    {
      key: 'time',
      value: interest.fromWhen
        ? t('cohorts:answer.from', { hours, day: day(interest.fromWhen) })
        : hours,
    },
    {
      key: 'need',
      value: lines(
        ...interest.need.map((one) => t(`organisations:possibleWith.${one}`)),
        interest.needNote,
      ),
    },
    {
      key: 'together',
      value: lines(t(`cohorts:together.${interest.together}`), interest.togetherWith),
    },
  ].map((row) => ({ ...row, label: t(`cohorts:answer.${row.key}`) }))
  // Several that answered as one: each with its own part, hours and money (EI3).
  const parts = (interest.joint?.parts ?? []).map((part) => ({
    key: part.organisationId,
    label: part.name,
    value: lines(
      part.part,
      [part.role, t('cohorts:answer.hours', { count: part.hoursPerMonth }), money(part.pence)]
        .filter(Boolean)
        .join(' · '),
      part.nameOnly ? t('cohorts:answer.nameOnly', { words: part.nameOnly }) : '',
    ),
  }))
  return (
    <li className="hcw-notices__item" id={`answer-${interest.id}`}>
      <div className="hcw-notices__caption">
        <OrganisationSector sector={organisation.sector} />
        {' · '}
        {t(`cohorts:bands.${organisation.incomeBand}`)}
      </div>
      <h3 className="hcw-notices__title">{organisation.name}</h3>
      <SummaryList rows={[...rows, ...parts]} />
      {interest.conflict ? (
        <p className="govuk-body">
          <Tag tone="caution">{t('cohorts:answer.conflict')}</Tag>{' '}
          {interest.conflictNote || t('cohorts:answer.conflictNoNote')}
        </p>
      ) : null}
      {children}
    </li>
  )
}
