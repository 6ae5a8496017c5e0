import { consentsContract, type Purpose, type Wording } from '@howcanwe/shared/consents'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queryFor } from '../../lib/api.ts'

/** What I agreed to and who looked: read anew each time, and forgotten as soon as the page is left. */
export const useLedger = () =>
  useQuery({ ...queryFor(consentsContract.mine), staleTime: 0, gcTime: 0 })

/** The words of all purposes in the reader's language, as the service keeps them. */
export function useWordings() {
  const { i18n } = useTranslation()
  const language = i18n.language === 'nl' ? 'nl' : 'en'
  return useQuery(queryFor(consentsContract.wordings, { query: { language } }))
}

export const wordingFor = (items: readonly Wording[] | undefined, purpose: Purpose) =>
  items?.find((wording) => wording.purpose === purpose)
