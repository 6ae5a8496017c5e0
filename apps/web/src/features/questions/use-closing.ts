import type { Question } from '@howcanwe/shared/questions'
import type * as z from 'zod/mini'
import { type SchemaFormOptions, useSchemaForm } from '../../lib/form.ts'
import { useRead } from './questions.queries.ts'

/**
 * A form that closes one question. Its fields carry the question's id, because there is one such form for each; a
 * closed one is gone from the list when desk and page have been read again.
 *
 * @param id the question's
 * @param close sends what was filled in
 */
export function useClosing<V extends Record<string, unknown>>(
  id: string,
  options: Pick<SchemaFormOptions<V>, 'schema' | 'defaultValues'> & {
    schema: z.ZodMiniType<V, V>
    close: (body: V) => Promise<Question>
    onClosed: (closed: Question) => void
  },
) {
  const { close, onClosed, ...rest } = options
  const form = useSchemaForm<V>({ ...rest, ns: 'questions' })
  const read = useRead()
  const send = form.handleSubmit(async (body) => {
    try {
      onClosed(await close(body as V))
      await read()
    } catch (error) {
      form.refuse(error)
    }
  })
  const own = (name: string): string => `${name}-${id}`
  return {
    form,
    send,
    own,
    summary: form.summary.map(({ name, message }) =>
      name === undefined ? { message } : { name: own(name), message },
    ),
  }
}
