import { useTranslation } from 'react-i18next'
import { Fieldset, TextField, type TextFieldProps } from '../../ui/index.ts'

type Bound = Pick<TextFieldProps, 'name' | 'onChange' | 'onBlur' | 'ref'>

/** Blank boxes are left out and not sent as wrong answers. */
export const orNull = (typed: unknown): string | null =>
  typeof typed === 'string' && typed.trim() !== '' ? typed.trim() : null

/** Whom to talk to and how, and who sees it. */
export function ContactFields({
  bound,
  errorOf,
}: {
  bound: Record<'name' | 'email' | 'phone', Bound>
  errorOf: (name: string) => string | undefined
}) {
  const { t } = useTranslation('organisations')
  return (
    <Fieldset
      legend={t('fields.contact')}
      legendSize="m"
      name="contact"
      hint={t('fields.contactHint')}
      seenBy={t('fields.contactSeenBy')}
    >
      <TextField
        {...bound.name}
        label={t('fields.contactName')}
        error={errorOf('contact.name')}
        autoComplete="name"
        width={30}
      />
      <TextField
        {...bound.email}
        label={t('fields.contactEmail')}
        error={errorOf('contact.email')}
        type="email"
        autoComplete="email"
        spellCheck={false}
        width={30}
      />
      <TextField
        {...bound.phone}
        label={t('fields.contactPhone')}
        error={errorOf('contact.phone')}
        type="tel"
        autoComplete="tel"
        width={20}
      />
    </Fieldset>
  )
}
