import { useTranslation } from 'react-i18next'
import { Checkboxes, TextField } from '../../ui/index.ts'
import type { Parent } from './registration.ts'

const NEW: Parent = { name: '', incomeBand: null, ownAccountsAndBoard: false }

/**
 * Whether an organisation is part of a larger one (OR6). One tick for everybody who is not; a branch gives the
 * larger one's name, and says whether it keeps its own accounts and has its own board.
 */
export function BranchFields({
  value,
  onChange,
  errorOf,
}: {
  value: Parent | null
  onChange: (parent: Parent | null) => void
  errorOf: (name: string) => string | undefined
}) {
  const { t } = useTranslation('organisations')
  const parent = value ?? NEW
  const inside = (
    <>
      <TextField
        label={t('fields.parentName')}
        name="parent.name"
        error={errorOf('parent.name')}
        value={parent.name}
        onChange={({ target }) => onChange({ ...parent, name: target.value })}
      />
      <Checkboxes
        legend={t('fields.branchLegend')}
        name="parent.ownAccountsAndBoard"
        choices={[
          { value: 'own', label: t('fields.ownAccounts'), hint: t('fields.ownAccountsHint') },
        ]}
        value={parent.ownAccountsAndBoard ? ['own'] : []}
        onChange={async ({ target }) =>
          onChange({ ...parent, ownAccountsAndBoard: target.checked })
        }
      />
    </>
  )
  return (
    <Checkboxes
      legend={t('fields.branchLegend')}
      name="parent"
      choices={[{ value: 'branch', label: t('fields.branch'), reveals: inside }]}
      value={value ? ['branch'] : []}
      onChange={async ({ target }) => onChange(target.checked ? NEW : null)}
    />
  )
}
