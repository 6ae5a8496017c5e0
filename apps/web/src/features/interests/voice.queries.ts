import { urlOf } from '@howcanwe/shared/http'
import {
  interestsContract as contract,
  type VoiceNote,
  type VoiceQuestion,
} from '@howcanwe/shared/interests'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { queryFor, useApi, useCall } from '../../lib/api.ts'
import { fetchBytes } from '../../lib/files.ts'

/** Whose answer to what. */
export interface VoiceOf {
  challengeId: string
  organisationId: string
}

const listFor = ({ challengeId, organisationId }: VoiceOf) =>
  queryFor(contract.voiceNotes, { params: { challengeId }, query: { organisationId } })

/** Which questions were spoken; without an answer the form simply shows none. */
export const useVoiceNotes = (challengeId: string, organisationId: string) =>
  useQuery({ ...listFor({ challengeId, organisationId }), retry: false })

export interface Recorded {
  sound: Blob
  seconds: number
}

/** Sends a recording, in place of an earlier one to the same question. */
export function useKeepVoice(of: VoiceOf & { question: VoiceQuestion }) {
  const api = useApi()
  const client = useQueryClient()
  const { challengeId, organisationId, question } = of
  return useMutation({
    mutationFn: async ({ sound, seconds }: Recorded): Promise<VoiceNote> => {
      const query = { organisationId, question, seconds }
      const url = urlOf(contract.record, { params: { challengeId }, query })
      const headers = { accept: 'application/json', 'content-type': sound.type }
      const answer = await fetchBytes(api, url, { method: 'PUT', body: sound, headers })
      return z.parse(contract.record.response, await answer.json())
    },
    onSuccess: (note) =>
      client.setQueryData(listFor(of).queryKey, (before) => ({
        items: [...(before?.items ?? []).filter((one) => one.question !== question), note],
      })),
  })
}

/** Fetches one's own recording to hear it. */
export function useHear() {
  const api = useApi()
  return useMutation({
    mutationFn: async (noteId: string): Promise<Blob> =>
      (
        await fetchBytes(api, urlOf(contract.listen, { params: { noteId } }), { method: 'GET' })
      ).blob(),
  })
}

export function useDropVoice(of: VoiceOf) {
  const call = useCall()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (noteId: string) => call(contract.dropVoice, { params: { noteId } }),
    onSettled: () => client.invalidateQueries({ queryKey: listFor(of).queryKey }),
  })
}
