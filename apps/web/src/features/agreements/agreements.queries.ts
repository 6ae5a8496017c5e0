import { type Agreement, agreementsContract as contract } from '@howcanwe/shared/agreements'
import { type CallArgs, urlOf } from '@howcanwe/shared/http'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { queryFor, useApi, useCall } from '../../lib/api.ts'
import { fetchBytes, saveFile } from '../../lib/files.ts'
import { saveOver } from '../../lib/save-over.ts'
import { boxOf, pageOf } from './writing.ts'

export const useMyAgreements = (belongs: boolean) =>
  useQuery({ ...queryFor(contract.mine), enabled: belongs })

export const useAgreement = (agreementId: string) =>
  useQuery({ ...queryFor(contract.read, { params: { agreementId } }), retry: false })

export function useBegin() {
  const call = useCall()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: CallArgs<typeof contract.begin>['body']) => call(contract.begin, { body }),
    onSuccess: () => client.invalidateQueries(),
  })
}

/** Those a source brings, or by name; nothing is asked while nothing is looked up. */
export const useParties = (query: CallArgs<typeof contract.parties>['query']) =>
  useQuery({
    ...queryFor(contract.parties, { query }),
    enabled: query.from !== 'chosen' || (query.q?.length ?? 0) >= 2,
    retry: false,
  })

/** What two may write at once: where one's own words changed meanwhile, nothing is saved and the newer is read. */
function useAgreementWriting(agreement: Agreement) {
  const call = useCall()
  const client = useQueryClient()
  const params = { agreementId: agreement.id }
  const over = {
    seen: agreement,
    read: () => client.fetchQuery({ ...queryFor(contract.read, { params }), staleTime: 0 }),
  }
  const onSettled = () => client.invalidateQueries()
  return {
    write: useMutation({
      mutationFn: (body: CallArgs<typeof contract.write>['body']) =>
        saveOver({
          ...over,
          own: pageOf,
          save: ({ version: ifMatch }) => call(contract.write, { params, body }, { ifMatch }),
        }),
      onSettled,
    }),
    box: useMutation({
      mutationFn: (body: CallArgs<typeof contract.writeBox>['body']) =>
        saveOver({
          ...over,
          own: (now) => boxOf(now, body.organisationId),
          save: ({ version: ifMatch }) => call(contract.writeBox, { params, body }, { ifMatch }),
        }),
      onSettled,
    }),
  }
}

/** Everything a party can do with one agreement; afterwards everything is read again. */
export function useAgreementSteps(agreement: Agreement) {
  const call = useCall()
  const client = useQueryClient()
  const { version: ifMatch } = agreement
  const params = { agreementId: agreement.id }
  const onSettled = () => client.invalidateQueries()
  const writing = useAgreementWriting(agreement)
  return {
    ...writing,
    confirm: useMutation({
      mutationFn: (organisationId: string) =>
        call(contract.confirm, { params, body: { organisationId } }, { ifMatch }),
      onSettled,
    }),
    review: useMutation({
      mutationFn: (outcome: 'renewed' | 'changed' | 'ended') =>
        call(contract.review, { params, body: { outcome } }),
      onSettled,
    }),
  }
}
export type AgreementSteps = ReturnType<typeof useAgreementSteps>

/** Puts the page on this device as a Word document, in the language it is read in. */
export function useWord(agreementId: string, name: string) {
  const api = useApi()
  return useMutation({
    mutationFn: async (language: 'en' | 'nl') => {
      const url = urlOf(contract.document, { params: { agreementId }, query: { language } })
      const response = await fetchBytes(api, url, {})
      saveFile(await response.blob(), `${name}.docx`)
    },
  })
}
