import { agreementsContract as contract } from '@howcanwe/shared/agreements'
import { type CallArgs, urlOf } from '@howcanwe/shared/http'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { queryFor, useApi, useCall } from '../../lib/api.ts'
import { fetchBytes, saveFile } from '../../lib/files.ts'

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

/** Everything a party can do with one agreement; afterwards everything is read again. */
export function useAgreementSteps({
  id: agreementId,
  version: ifMatch,
}: {
  id: string
  version: number
}) {
  const call = useCall()
  const client = useQueryClient()
  const params = { agreementId }
  const onSettled = () => client.invalidateQueries()
  return {
    write: useMutation({
      mutationFn: (body: CallArgs<typeof contract.write>['body']) =>
        call(contract.write, { params, body }, { ifMatch }),
      onSettled,
    }),
    box: useMutation({
      mutationFn: (body: CallArgs<typeof contract.writeBox>['body']) =>
        call(contract.writeBox, { params, body }),
      onSettled,
    }),
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
