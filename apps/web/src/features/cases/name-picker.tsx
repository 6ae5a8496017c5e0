import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadMore, Radios, TextField } from '../../ui/index.ts'

/** Somebody or something to choose, by its name. */
export interface Named {
  id: string
  name: string
  hint?: ReactNode
  /** Shown, with its hint saying why it cannot be chosen. */
  disabled?: boolean
}

export interface NamePickerProps {
  name: string
  label: string
  hint: string
  error?: string | undefined
  /** What is typed, as it is typed. */
  q: string
  onType: (q: string) => void
  found: readonly Named[]
  picked: Named | null
  onPick: (one: Named) => void
  /** Said politely when the list has changed. */
  status: string
  /** There are more to be had; left out where more has to be typed. */
  more?: { busy: boolean; onMore: () => void } | undefined
}

/**
 * A part of a name, then the one that is meant: a plain box and a list of plain choices, so that it works with a keyboard,
 * aloud and on an old phone. What was chosen stays on top, whatever is looked for next. Needs `cases+pick`.
 */
export function NamePicker({
  name,
  label,
  hint,
  error,
  q,
  onType,
  found,
  picked,
  onPick,
  status,
  more,
}: NamePickerProps) {
  const { t } = useTranslation('cases')
  const listed = [...(picked ? [picked] : []), ...found.filter(({ id }) => id !== picked?.id)]
  return (
    <>
      <TextField
        name={name}
        type="search"
        label={label}
        hint={hint}
        error={error}
        width={30}
        autoComplete="off"
        enterKeyHint="search"
        spellCheck={false}
        value={q}
        onChange={({ target }) => onType(target.value)}
        onKeyDown={(event) => {
          // It looks while it is typed; Enter would send the form around it.
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      {listed.length > 0 ? (
        <Radios
          name={`${name}-found`}
          legend={t('pick.which')}
          choices={listed.map(({ id, name: label, ...rest }) => ({ value: id, label, ...rest }))}
          value={picked?.id ?? ''}
          onChange={({ target }) => {
            const one = listed.find(({ id }) => id === target.value)
            if (one) onPick(one)
          }}
        />
      ) : null}
      <LoadMore
        label={t('pick.showMore')}
        status={status}
        hasMore={more !== undefined}
        busy={more?.busy ?? false}
        onMore={more?.onMore ?? (() => undefined)}
      />
    </>
  )
}
