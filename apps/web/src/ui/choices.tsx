import { type ChangeEvent, type ComponentProps, type ReactNode, useState } from 'react'
import { fieldId } from './field.tsx'
import { Fieldset, type FieldsetProps } from './fieldset.tsx'

export interface Choice {
  value: string
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean
  /** Shown under the choice while it is chosen. */
  reveals?: ReactNode
}

type Passed = Pick<ComponentProps<'input'>, 'onChange' | 'onBlur' | 'ref'>

interface ItemProps extends Passed {
  kind: 'radios' | 'checkboxes'
  id: string
  name: string
  choice: Choice
  checked?: boolean | undefined
  defaultChecked?: boolean | undefined
  open: boolean
}

/** A checkbox that opens something says so; a radio group has no such word. */
const revealing = (id: string, open: boolean) => ({
  'aria-expanded': open,
  'aria-controls': open ? `${id}-reveals` : undefined,
})

function Item({ kind, id, name, choice, open, ...input }: ItemProps) {
  return (
    <>
      <div className={`govuk-${kind}__item`}>
        <input
          {...input}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          id={id}
          name={name}
          value={choice.value}
          disabled={choice.disabled}
          className={`govuk-${kind}__input`}
          aria-describedby={choice.hint ? `${id}-item-hint` : undefined}
          {...(kind === 'checkboxes' && choice.reveals ? revealing(id, open) : {})}
        />
        <label className={`govuk-label govuk-${kind}__label`} htmlFor={id}>
          {choice.label}
        </label>
        {choice.hint ? (
          <div id={`${id}-item-hint`} className={`govuk-hint govuk-${kind}__hint`}>
            {choice.hint}
          </div>
        ) : null}
      </div>
      {choice.reveals && open ? (
        <div id={`${id}-reveals`} className={`govuk-${kind}__conditional`}>
          {choice.reveals}
        </div>
      ) : null}
    </>
  )
}

type GroupProps = Omit<FieldsetProps, 'children'> &
  Passed & { choices: readonly Choice[]; inline?: boolean }

export type RadiosProps = GroupProps & {
  /** Given: the form holds the choice. Not given: the browser does. */
  value?: string
  defaultValue?: string
}

const idOf = (base: string, index: number) => (index === 0 ? base : `${base}-${index + 1}`)

/** One choice from a few, all in sight. Spread `register('name')` on it, or give `value` and `onChange`. */
export function Radios({
  choices,
  value,
  defaultValue,
  onChange,
  onBlur,
  ref,
  inline,
  ...group
}: RadiosProps) {
  const [picked, setPicked] = useState(defaultValue)
  const current = value ?? picked
  const changed = (event: ChangeEvent<HTMLInputElement>) => {
    setPicked(event.target.value)
    onChange?.(event)
  }
  const base = group.id ?? fieldId(group.name)
  return (
    <Fieldset {...group} id={base}>
      <div className={`govuk-radios${inline ? ' govuk-radios--inline' : ''}`}>
        {choices.map((choice, index) => (
          <Item
            key={choice.value}
            kind="radios"
            id={idOf(base, index)}
            name={group.name}
            choice={choice}
            open={current === choice.value}
            onChange={changed}
            onBlur={onBlur}
            ref={ref}
            {...(value === undefined
              ? { defaultChecked: defaultValue === choice.value }
              : { checked: value === choice.value })}
          />
        ))}
      </div>
    </Fieldset>
  )
}

export type CheckboxesProps = GroupProps & {
  value?: readonly string[]
  defaultValue?: readonly string[]
}

/** Any number of choices. Spread `register('name')` on it (the value is a list), or give `value` and `onChange`. */
export function Checkboxes({
  choices,
  value,
  defaultValue,
  onChange,
  onBlur,
  ref,
  inline: _,
  ...group
}: CheckboxesProps) {
  const [ticked, setTicked] = useState<readonly string[]>(defaultValue ?? [])
  const current = value ?? ticked
  const changed = (event: ChangeEvent<HTMLInputElement>) => {
    const { checked, value: one } = event.target
    setTicked((before) => (checked ? [...before, one] : before.filter((other) => other !== one)))
    onChange?.(event)
  }
  const base = group.id ?? fieldId(group.name)
  return (
    <Fieldset {...group} id={base}>
      <div className="govuk-checkboxes">
        {choices.map((choice, index) => (
          <Item
            key={choice.value}
            kind="checkboxes"
            id={idOf(base, index)}
            name={group.name}
            choice={choice}
            open={current.includes(choice.value)}
            onChange={changed}
            onBlur={onBlur}
            ref={ref}
            {...(value === undefined
              ? { defaultChecked: defaultValue?.includes(choice.value) }
              : { checked: value.includes(choice.value) })}
          />
        ))}
      </div>
    </Fieldset>
  )
}
