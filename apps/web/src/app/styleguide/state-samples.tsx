import { useTranslation } from 'react-i18next'
import {
  ButtonLink,
  EmptyState,
  ErrorSummary,
  Link,
  Loading,
  LoadMore,
  Notice,
  SaveStatus,
  SummaryList,
  Table,
} from '../../ui/index.ts'
import { paths } from '../paths.ts'

const SAVED = new Date('2027-03-04T14:02:00Z')

function Lists() {
  const { t } = useTranslation('styleguide')
  const change = (
    <Link className="govuk-link" to={paths.styleguide()}>
      {t('lists.change')}
      <span className="govuk-visually-hidden"> {t('fields.name')}</span>
    </Link>
  )
  return (
    <>
      <h2 className="govuk-heading-l">{t('sections.lists')}</h2>
      <SummaryList
        rows={[
          { key: 'n', label: t('fields.name'), value: t('lists.row1'), action: change },
          { key: 'a', label: t('fields.area'), value: t('fields.north') },
        ]}
      />
      <Table
        caption={t('lists.caption')}
        rowKey={(row) => row.name}
        rows={[
          { name: t('lists.row1'), area: t('fields.north'), hours: 12 },
          { name: t('lists.row2'), area: t('fields.elm'), hours: 6 },
        ]}
        columns={[
          { key: 'name', heading: t('lists.organisation'), cell: (row) => row.name },
          { key: 'area', heading: t('lists.area'), cell: (row) => row.area },
          { key: 'hours', heading: t('lists.hours'), cell: (row) => row.hours, numeric: true },
        ]}
      />
      <LoadMore
        label={t('lists.more')}
        status={t('lists.showing')}
        hasMore
        busy={false}
        onMore={() => {}}
      />
    </>
  )
}

/** Banners, errors, lists, and what is shown before, instead of and after the content. */
export function StateSamples() {
  const { t } = useTranslation('styleguide')
  return (
    <>
      <h2 className="govuk-heading-l">{t('sections.banners')}</h2>
      <Notice heading={t('banners.info')} />
      <Notice kind="success" heading={t('banners.success')}>
        <p className="govuk-body">{t('banners.successMore')}</p>
      </Notice>
      <Notice kind="warning" heading={t('banners.warning')} />

      <h2 className="govuk-heading-l">{t('sections.errors')}</h2>
      <ErrorSummary
        focus={false}
        errors={[
          { name: 'email', message: t('fields.emailError') },
          { name: 'contact', message: t('fields.contactError') },
        ]}
      />
      <Lists />

      <h2 className="govuk-heading-l">{t('sections.states')}</h2>
      <Loading />
      <EmptyState
        action={<ButtonLink to={paths.styleguide()}>{t('states.emptyAction')}</ButtonLink>}
      >
        {t('states.empty')}
      </EmptyState>
      <SaveStatus state={{ kind: 'saved', at: SAVED }} />
      <SaveStatus state={{ kind: 'offline' }} />
    </>
  )
}
