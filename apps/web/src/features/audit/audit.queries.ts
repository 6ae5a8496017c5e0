import { auditContract } from '@howcanwe/shared/audit'
import { urlOf } from '@howcanwe/shared/http'
import { useQuery } from '@tanstack/react-query'
import { queryFor, useCall } from '../../lib/api.ts'

/** How far the record of a place had come, the newest first. */
export const useCheckpoints = (placeId: string) =>
  useQuery(queryFor(auditContract.checkpoints, { params: { placeId } }))

/** The same, as a file to keep. */
export const checkpointsFile = (placeId: string): string =>
  urlOf(auditContract.checkpoints, { params: { placeId } })

/**
 * Fetches the whole record of a place, page by page, as one text.
 *
 * @param onLines told how many lines have come so far
 */
export function useRecord(placeId: string): (onLines: (count: number) => void) => Promise<string> {
  const call = useCall()
  return async (onLines) => {
    const lines: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await call(auditContract.trail, { params: { placeId }, query: { cursor } })
      lines.push(...page.items)
      onLines(lines.length)
      cursor = page.nextCursor
    }
    return `${lines.join('\n')}\n`
  }
}
