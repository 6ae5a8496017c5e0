import { useMemo } from 'react'
import {
  type FieldErrors,
  type Path,
  type Resolver,
  type UseFormProps,
  useForm,
} from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { type FieldError, fieldErrorsOf, fieldSentence, sentenceOf } from './errors.ts'

const EMPTY = new Set<unknown>([undefined, null, ''])

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (v, key) => (v as Record<PropertyKey, unknown> | undefined | null)?.[key],
    value,
  )

/** A zod issue in the words of the API's own field codes, so that both sides say the same sentence. */
export function fieldErrorFrom(issue: z.core.$ZodIssue, values: unknown): FieldError {
  const name = issue.path.join('.')
  const given = at(values, issue.path)
  if (EMPTY.has(given) || (Array.isArray(given) && given.length === 0))
    return { name, code: 'required' }
  const [custom, limit] = issue.message.split(':')
  if (issue.code === 'custom' && custom && /^[a-z_]+$/.test(custom)) {
    return { name, code: custom, limit: limit === undefined ? undefined : Number(limit) }
  }
  if (issue.code === 'too_small') {
    return {
      name,
      code: issue.origin === 'string' ? 'too_short' : 'too_small',
      limit: Number(issue.minimum),
    }
  }
  if (issue.code === 'too_big') {
    return {
      name,
      code: issue.origin === 'string' ? 'too_long' : 'too_big',
      limit: Number(issue.maximum),
    }
  }
  if (issue.code === 'invalid_value' || issue.code === 'unrecognized_keys')
    return { name, code: 'not_allowed' }
  return { name, code: 'invalid' }
}

function nested(list: readonly FieldError[], sentence: (e: FieldError) => string): FieldErrors {
  const errors: Record<string, unknown> = {}
  for (const error of list) {
    const path = error.name.split('.')
    const last = path.pop() ?? ''
    let level = errors
    for (const part of path) {
      level[part] ??= {}
      level = level[part] as Record<string, unknown>
    }
    level[last] ??= { type: error.code, message: sentence(error) }
  }
  return errors as FieldErrors
}

/** Checks a form with a contract's input schema; the values go out as typed, the server parses them again. */
export const resolverOf =
  <V extends Record<string, unknown>>(
    schema: z.ZodMiniType<unknown, V>,
    sentence: (e: FieldError) => string,
  ): Resolver<V> =>
  async (values) => {
    const result = z.safeParse(schema, values)
    if (result.success) return { values, errors: {} }
    const list = result.error.issues.map((issue) => fieldErrorFrom(issue, values))
    return { values: {}, errors: nested(list, sentence) as FieldErrors<V> }
  }

/** Every message of a form with its field's name, in the order of the fields, for `ErrorSummary`. */
function listed(errors: object, before = ''): { name: string; message: string }[] {
  return Object.entries(errors).flatMap(([key, value]) => {
    const name = before ? `${before}.${key}` : key
    if (typeof value !== 'object' || value === null || key === 'ref') return []
    if ('message' in value && typeof value.message === 'string')
      return [{ name, message: value.message }]
    return listed(value, name)
  })
}

export interface SchemaFormOptions<V extends Record<string, unknown>>
  extends Omit<UseFormProps<V>, 'resolver'> {
  /** The contract's body, for example `interestsContract.express.body`. */
  schema: z.ZodMiniType<unknown, V>
  /** Catalogue with better sentences for single fields under `errors.<name>.<code>`. */
  ns?: string
}

/**
 * react-hook-form on a contract's schema. Besides what `useForm` gives:
 * `summary` for `<ErrorSummary errors={summary} />`, `errorOf('contact.email')` for a field's `error`, and
 * `refuse(error)` to show what the server refused, beside its field or above the form.
 */
export function useSchemaForm<V extends Record<string, unknown>>(options: SchemaFormOptions<V>) {
  const { schema, ns, ...rest } = options
  const { t } = useTranslation()
  const sentence = (error: FieldError) => fieldSentence(t, error, ns)
  // biome-ignore lint/correctness/useExhaustiveDependencies: sentences follow the language alone
  const resolver = useMemo(() => resolverOf(schema, sentence), [schema, ns, t])
  const form = useForm<V>({
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
    ...rest,
    resolver,
  })
  const errors = listed(form.formState.errors)
  return {
    ...form,
    summary: errors.map(({ name, message }) =>
      name.startsWith('root') ? { message } : { name, message },
    ),
    errorOf: (name: string) => errors.find((error) => error.name === name)?.message,
    refuse: (error: unknown) => {
      const fields = fieldErrorsOf(error)
      for (const field of fields) {
        form.setError(field.name as Path<V>, { type: field.code, message: sentence(field) })
      }
      if (fields.length === 0) form.setError('root.server', { message: sentenceOf(t, error) })
    },
  }
}
