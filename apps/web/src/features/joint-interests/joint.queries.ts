import type { CallArgs } from '@howcanwe/shared/http'
import {
  jointInterestsContract as contract,
  type JointInterest,
} from '@howcanwe/shared/joint-interests'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'
import { saveOver } from '../../lib/save-over.ts'
import { partOf, termsOf } from './writing.ts'

type Body<K extends keyof typeof contract> = (typeof contract)[K] extends { body: never }
  ? never
  : CallArgs<(typeof contract)[K]> extends { body: infer B }
    ? B
    : never

/** What my organisations are asked to join or part of; of one challenge where one is named. */
export const useMyJoints = (belongs: boolean, challengeId?: string) =>
  useQuery({
    ...queryFor(contract.mine, { query: challengeId ? { challengeId } : {} }),
    enabled: belongs,
  })

export const useJoint = (jointInterestId: string, organisationId?: string) =>
  useQuery({
    ...queryFor(contract.read, {
      params: { jointInterestId },
      query: organisationId ? { organisationId } : {},
    }),
    retry: false,
  })

export const usePartners = (challengeId: string, q: string) =>
  useQuery({
    ...queryFor(contract.partners, { params: { challengeId }, query: { q } }),
    enabled: q.length >= 2,
  })

export const useSeeds = (challengeId: string) =>
  useQuery({ ...queryFor(contract.seeds, { params: { challengeId } }), retry: false })

/** Asking others: as one of them, or as a broker. */
export function useBeginning(challengeId: string) {
  const call = useCall()
  const client = useQueryClient()
  const params = { challengeId }
  return {
    start: useMutation({
      mutationFn: (body: Body<'start'>) => call(contract.start, { params, body }),
      onSuccess: () => client.invalidateQueries({ queryKey: keyOf(contract.mine) }),
    }),
    seed: useMutation({
      mutationFn: (body: Body<'seed'>) => call(contract.seed, { params, body }),
      onSuccess: () => client.invalidateQueries({ queryKey: keyOf(contract.seeds) }),
    }),
  }
}

/** What two may write at once: where one's own words changed meanwhile, nothing is saved and the newer is read. */
function useJointWriting(joint: JointInterest) {
  const call = useCall()
  const client = useQueryClient()
  const params = { jointInterestId: joint.id }
  const { organisationId } = joint.mine
  const asked = queryFor(contract.read, { params, query: { organisationId } })
  const over = {
    seen: joint,
    read: async () => {
      const newest = await client.fetchQuery({ ...asked, staleTime: 0 })
      void client.invalidateQueries({ queryKey: keyOf(contract.read) })
      return newest
    },
  }
  const onSettled = () => client.invalidateQueries()
  return {
    write: useMutation({
      mutationFn: (words: Omit<Body<'writePart'>, 'organisationId'>) =>
        saveOver({
          ...over,
          own: partOf,
          save: ({ termsVersion: ifMatch }) =>
            call(contract.writePart, { params, body: { organisationId, ...words } }, { ifMatch }),
        }),
      onSettled,
    }),
    terms: useMutation({
      mutationFn: (body: Body<'writeTerms'>) =>
        saveOver({
          ...over,
          own: termsOf,
          save: ({ termsVersion: ifMatch }) =>
            call(contract.writeTerms, { params, body }, { ifMatch }),
        }),
      onSettled,
    }),
  }
}

/** Everything somebody can do in one answer together; afterwards everything is read again. */
export function useJointSteps(joint: JointInterest) {
  const call = useCall()
  const client = useQueryClient()
  const { termsVersion: ifMatch } = joint
  const params = { jointInterestId: joint.id }
  const own = { organisationId: joint.mine.organisationId }
  const onSettled = () => client.invalidateQueries()
  const writing = useJointWriting(joint)
  return {
    ...writing,
    answer: useMutation({
      mutationFn: (yes: boolean) => call(contract.answer, { params, body: { ...own, yes } }),
      onSettled,
    }),
    agree: useMutation({
      mutationFn: () => call(contract.agree, { params, body: own }, { ifMatch }),
      onSettled,
    }),
    send: useMutation({
      mutationFn: () => call(contract.send, { params, body: {} }, { ifMatch }),
      onSettled,
    }),
    takeBack: useMutation({
      mutationFn: () => call(contract.takeBack, { params, body: {} }),
      onSettled,
    }),
    leave: useMutation({
      mutationFn: () => call(contract.leave, { params, body: own }),
    }),
    handOver: useMutation({
      mutationFn: (to: string) => call(contract.handOver, { params, body: { organisationId: to } }),
      onSettled,
    }),
    invite: useMutation({
      mutationFn: (body: Body<'invite'>) => call(contract.invite, { params, body }),
      onSettled,
    }),
  }
}
export type JointSteps = ReturnType<typeof useJointSteps>
