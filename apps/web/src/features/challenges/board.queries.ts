import { challengesBoard } from '@howcanwe/shared/challenges'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { pagesFor, queryFor } from '../../lib/api.ts'
import { askFor, type ListQuery } from './list-query.ts'

/** The first few open questions, the soonest to close first. */
export const useOpenQuestions = (limit: number) =>
  useQuery(queryFor(challengesBoard.list, { query: { limit } }))

/** Questions as an address asks for them, page by page. */
export const useQuestions = (query: ListQuery) =>
  useInfiniteQuery(pagesFor(challengesBoard.list, { query: askFor(query) }))
