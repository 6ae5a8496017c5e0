import {
  exportsContract as contract,
  type Format,
  type ListName,
  ORGANISATION_LISTS,
  PLACE_LISTS,
} from '@howcanwe/shared/exports'
import { urlOf } from '@howcanwe/shared/http'
import { useApi } from '../../lib/api.ts'
import { fetchBytes } from '../../lib/files.ts'

/** Which list, of which place, challenge or organisation. */
export interface ListOf {
  list: ListName
  about: string
}

const isIn = (lists: readonly ListName[], list: ListName): boolean => lists.includes(list)

function urlFor({ list, about }: ListOf): string {
  if (isIn(PLACE_LISTS, list)) return urlOf(contract.ofPlace, { params: { placeId: about } })
  return isIn(ORGANISATION_LISTS, list)
    ? urlOf(contract.ofOrganisation, { params: { organisationId: about } })
    : urlOf(contract.ofChallenge, { params: { challengeId: about } })
}

/** 'attachment; filename="matches-2026-11-22.csv"' → the name. */
const nameIn = (header: string | null): string | undefined =>
  /filename="([^"]+)"/.exec(header ?? '')?.[1]

export interface Taken {
  content: Blob
  name: string
}

/** Fetches a list as a file. */
export function useTake(of: ListOf): (format: Format, language: string) => Promise<Taken> {
  const api = useApi()
  return async (format, language) => {
    const response = await fetchBytes(api, urlFor(of), {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'accept-language': language,
        'content-type': 'application/json',
      },
      // A CSV is opened in Excel more often than in anything else; the mark does the others no harm.
      body: JSON.stringify({ list: of.list, format, forExcel: true }),
    })
    const name = nameIn(response.headers.get('content-disposition'))
    return { content: await response.blob(), name: name ?? `${of.list}.${format}` }
  }
}
