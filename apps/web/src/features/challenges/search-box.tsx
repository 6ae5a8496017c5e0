import { type FormEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/index.ts'

/** Words to look for. A plain form, so that it also works before any script runs. */
export function SearchBox({
  action,
  value = '',
  onSearch,
}: {
  action: string
  value?: string
  onSearch: (q: string) => void
}) {
  const { t } = useTranslation('challenges')
  const id = useId()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSearch(String(new FormData(event.currentTarget).get('q') ?? '').trim())
  }
  return (
    <search>
      <form className="hcw-search" action={action} onSubmit={send}>
        <label className="govuk-label govuk-label--s" htmlFor={id}>
          {t('search.label')}
        </label>
        <div className="hcw-search__row">
          <input
            key={value}
            id={id}
            className="govuk-input"
            type="search"
            name="q"
            maxLength={200}
            defaultValue={value}
            enterKeyHint="search"
          />
          <Button type="submit" kind="secondary">
            {t('search.go')}
          </Button>
        </div>
      </form>
    </search>
  )
}
