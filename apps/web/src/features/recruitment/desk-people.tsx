import type { RecruitmentDesk } from '@howcanwe/shared/recruitment'
import { useTranslation } from 'react-i18next'
import { type Column, Table } from '../../ui/index.ts'

type Person = RecruitmentDesk['people'][number]

/** Who came up, for whoever runs the group; and whom no letter reaches. */
export function DeskPeople({ people }: { people: readonly Person[] }) {
  const { t } = useTranslation('recruitment')
  const columns: Column<Person>[] = [
    { key: 'name', heading: t('desk.people.name'), cell: (one) => one.firstName },
    { key: 'reference', heading: t('desk.people.reference'), cell: (one) => one.reference },
    {
      key: 'ring',
      heading: t('desk.people.ring'),
      cell: (one) => one.ring ?? t('desk.people.none'),
    },
  ]
  const table = (outcome: Person['outcome'], caption: string) => {
    const rows = people.filter((one) => one.outcome === outcome)
    return rows.length > 0 ? (
      <Table caption={caption} columns={columns} rows={rows} rowKey={(one) => one.reference} />
    ) : null
  }
  return (
    <>
      {table('drawn', t('desk.people.title'))}
      {table('not-drawn', t('desk.ringTitle'))}
      {table('called-off', t('desk.ringOff'))}
    </>
  )
}
