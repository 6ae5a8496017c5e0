import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { type FieldError, fieldErrorsOf, fieldSentence, sentenceOf } from './errors.ts'
import { fieldErrorFrom } from './form.ts'

interface Found {
  fields: readonly FieldError[]
  /** A refusal that names no field. */
  whole: unknown
}
const NOTHING: Found = { fields: [], whole: null }

/**
 * What is wrong with a form that is not held by `useSchemaForm`: found here by the contract's own schema, or refused by
 * the service. `summary` for `<ErrorSummary>`, `of('why')` for a field.
 *
 * @param ns catalogue with better sentences for single fields under `errors.<name>.<code>`
 */
export function useFaults(ns: string) {
  const { t } = useTranslation([ns, 'problems'])
  const [found, setFound] = useState<Found>(NOTHING)
  const said = found.fields.map((fault) => ({
    name: fault.name,
    message: fieldSentence(t, fault, ns),
  }))
  const none = found.whole === null || said.length > 0
  return {
    summary: none ? said : [{ message: sentenceOf(t, found.whole) }],
    of: (name: string) => said.find((fault) => fault.name === name)?.message,
    /** Looks at what would be sent; true where nothing is wrong with it. */
    check: (schema: z.ZodMiniType, body: unknown, more: readonly FieldError[] = []): boolean => {
      const result = z.safeParse(schema, body)
      const issues = result.success ? [] : result.error.issues
      const named = more.map((fault) => fault.name)
      const fields = issues
        .map((issue) => fieldErrorFrom(issue, body))
        .filter((fault) => !named.includes(fault.name))
      setFound({ fields: [...more, ...fields], whole: null })
      return more.length + fields.length === 0
    },
    refuse: (error: unknown) => setFound({ fields: fieldErrorsOf(error), whole: error }),
  }
}
export type Faults = ReturnType<typeof useFaults>
