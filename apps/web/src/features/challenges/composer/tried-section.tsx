import { useTranslation } from 'react-i18next'
import { TextArea } from '../../../ui/index.ts'
import { Words } from './fields.tsx'
import { Rows } from './rows.tsx'
import type { Composer } from './use-composer.ts'
import { blankTried, nextKey, ROWS_MAX, type TriedRow } from './values.ts'

/** What was tried here and elsewhere, or where somebody looked and found nothing. */
export function TriedSection({ composer }: { composer: Composer }) {
  const { t } = useTranslation('challenges')
  const { values, set, errorOf } = composer
  const rows = values.tried
  const change = (key: number, part: Partial<TriedRow>) =>
    set({ tried: rows.map((row) => (row.key === key ? { ...row, ...part } : row)) })
  const box = (row: TriedRow, index: number, part: 'what' | 'result') => (
    <TextArea
      rows={2}
      name={`tried.${index}.${part}`}
      label={t(`field.tried.${part}`)}
      error={
        errorOf(`tried.${index}.${part}`) ??
        (index === 0 && part === 'what' ? errorOf('tried') : undefined)
      }
      maxCharacters={300}
      value={row[part]}
      onChange={(event) => change(row.key, { [part]: event.target.value })}
    />
  )
  return (
    <>
      <p className="govuk-hint">{t('field.tried.hint')}</p>
      <Rows
        rows={rows}
        title={(index) => t('field.tried.title', { count: index + 1 })}
        remove={(index) => t('field.tried.remove', { count: index + 1 })}
        add={t('field.tried.add')}
        min={1}
        max={ROWS_MAX}
        onAdd={() => set({ tried: [...rows, blankTried(nextKey(rows))] })}
        onRemove={(key) => set({ tried: rows.filter((row) => row.key !== key) })}
      >
        {(row, index) => (
          <>
            {box(row, index, 'what')}
            {box(row, index, 'result')}
          </>
        )}
      </Rows>
      <Words composer={composer} name="lookedWhere" rows={2} maxCharacters={300} />
    </>
  )
}
