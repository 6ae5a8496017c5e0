import type { Endpoint } from '@howcanwe/shared/http'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOf } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'

export interface Said {
  kind: 'success' | 'warning'
  text: string
}

/** One press and what came of it: done or refused, said in a sentence, and the list read again. */
export function useDoing(list: Pick<Endpoint, 'path'>) {
  const { t } = useTranslation(['supporters', 'problems'])
  const client = useQueryClient()
  const [said, setSaid] = useState<Said>()
  const doing = async (work: () => Promise<string>) => {
    try {
      const text = await work()
      setSaid({ kind: 'success', text })
    } catch (error) {
      setSaid({ kind: 'warning', text: sentenceOf(t, error) })
    }
    await client.invalidateQueries({ queryKey: keyOf(list) })
  }
  return { said, setSaid, doing }
}
