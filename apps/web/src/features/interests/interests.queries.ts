import { interestsContract as contract, type Interest } from '@howcanwe/shared/interests'
import { organisationsContract } from '@howcanwe/shared/organisations'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'
import { dropDraft } from '../../lib/drafts.ts'
import type { Answers } from './answers.ts'

/** Whether this answer is an organisation's: its own, or one it sent together with others. */
export const isOf = (interest: Interest, organisationId: string): boolean =>
  interest.organisation.id === organisationId ||
  (interest.joint?.parts.some((part) => part.organisationId === organisationId) ?? false)

/** What my organisations have answered; asked only for people who belong to one. */
export const useMyInterests = (belongs: boolean) =>
  useQuery({ ...queryFor(contract.mine), enabled: belongs })

/** What an organisation said about itself before, so that nobody is asked twice. */
export const useCapacity = (organisationId: string, wanted: boolean) =>
  useQuery({
    ...queryFor(organisationsContract.capacity, { params: { organisationId } }),
    enabled: wanted,
    retry: false,
  })

const draftFor = (challengeId: string, organisationId: string) =>
  queryFor(contract.draft, { params: { challengeId }, query: { organisationId } })

/** What our organisation has written and not sent, as it stands when the page is opened; never from a memory. */
export const useKeptDraft = (challengeId: string, organisationId: string) =>
  useQuery({
    ...draftFor(challengeId, organisationId),
    retry: false,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** Throws away what was written, here and with the service. */
export function useThrowAway(challengeId: string, organisationId: string): () => Promise<void> {
  const call = useCall()
  const client = useQueryClient()
  return async () => {
    await call(contract.dropDraft, { params: { challengeId }, query: { organisationId } })
    dropDraft(`interest:${challengeId}:${organisationId}`)
    client.setQueryData(draftFor(challengeId, organisationId).queryKey, { draft: null })
  }
}

/** Has everything that shows my interests read again. */
export function useRereadMine(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keyOf(contract.mine) })
}

/** Shows an interest the service just answered with, at once, and then reads the list again. */
export function useShowMine(): (interest: Interest) => void {
  const client = useQueryClient()
  const reread = useRereadMine()
  return (interest) => {
    client.setQueryData(queryFor(contract.mine).queryKey, (before) => ({
      items: [interest, ...(before?.items ?? []).filter((one) => one.id !== interest.id)],
    }))
    void reread()
  }
}

export interface Sending {
  challengeId: string
  answers: Answers
  /** From first screen to sending. */
  seconds: number
  /** An interest that stands already is changed, at the version somebody saw. */
  existing?: Pick<Interest, 'id' | 'version'> | undefined
}

export function useSendInterest() {
  const call = useCall()
  return useMutation({
    mutationFn: ({ challengeId, answers, seconds, existing }: Sending) => {
      if (!existing) {
        const body = { ...answers, secondsTaken: Math.min(seconds, 864_000) }
        return call(contract.express, { params: { challengeId }, body })
      }
      const { organisationId: _, secondsTaken: __, ...body } = answers
      return call(
        contract.change,
        { params: { interestId: existing.id }, body },
        { ifMatch: existing.version },
      )
    },
  })
}

export function useWithdrawInterest() {
  const call = useCall()
  const onSuccess = useShowMine()
  return useMutation({
    mutationFn: (interestId: string) =>
      call(contract.withdraw, { params: { interestId }, body: {} }),
    onSuccess,
  })
}
