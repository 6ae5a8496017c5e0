import { type Attachment, conversationsContract as contract } from '@howcanwe/shared/conversations'
import { type CallArgs, urlOf } from '@howcanwe/shared/http'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { keyOf, pagesFor, queryFor, useApi, useCall } from '../../lib/api.ts'
import { fetchBytes } from '../../lib/files.ts'
import { smaller } from './smaller.ts'

const OFTEN_MS = 20_000

export const useTalk = (groupId: string) =>
  useQuery({ ...queryFor(contract.me, { params: { groupId } }), retry: false })

export const useThreads = (groupId: string) =>
  useInfiniteQuery({
    ...pagesFor(contract.threads, { params: { groupId }, query: {} }),
    retry: false,
  })

/** Asked again now and then while somebody looks at it. */
export const useThread = (groupId: string, threadId: string) =>
  useInfiniteQuery({
    ...pagesFor(contract.messages, { params: { groupId, threadId }, query: {} }),
    retry: false,
    refetchInterval: OFTEN_MS,
  })

export const useLog = (groupId: string) =>
  useInfiniteQuery({ ...pagesFor(contract.log, { params: { groupId }, query: {} }), retry: false })

export const useReports = (groupId: string) =>
  useQuery({ ...queryFor(contract.reports, { params: { groupId } }), retry: false })

export const useVersions = (groupId: string, messageId: string) =>
  useQuery(queryFor(contract.versions, { params: { groupId, messageId } }))

type Body<E extends keyof typeof contract> = (typeof contract)[E] extends { body: z.ZodMiniType }
  ? z.input<(typeof contract)[E]['body']>
  : never
export type Writing = CallArgs<typeof contract.write>['body']
export type Opening = CallArgs<typeof contract.openThread>['body']

/** Everything one can do in a group's conversation; afterwards what is shown of it is asked anew. */
export function useTalking(groupId: string) {
  const call = useCall()
  const client = useQueryClient()
  const fresh = async <T>(done: Promise<T>): Promise<T> => {
    const result = await done
    const shown = [contract.me, contract.threads, contract.messages, contract.log, contract.reports]
    await Promise.all(
      shown.map((endpoint) => client.invalidateQueries({ queryKey: keyOf(endpoint) })),
    )
    return result
  }
  const of = (messageId: string) => ({ groupId, messageId })
  return {
    open: (body: Opening) => fresh(call(contract.openThread, { params: { groupId }, body })),
    write: (threadId: string, body: Writing) =>
      fresh(call(contract.write, { params: { groupId, threadId }, body })),
    typeFor: (threadId: string, body: Body<'typeFor'>) =>
      fresh(call(contract.typeFor, { params: { groupId, threadId }, body })),
    change: (id: string, body: Body<'change'>) =>
      fresh(call(contract.change, { params: of(id), body })),
    takeBack: (id: string) => fresh(call(contract.takeBack, { params: of(id), body: {} })),
    hide: (id: string, body: Body<'hide'>) => fresh(call(contract.hide, { params: of(id), body })),
    decideAgain: (id: string, body: Body<'decideAgain'>) =>
      fresh(call(contract.decideAgain, { params: of(id), body })),
    askBack: (id: string, sentence: string) =>
      fresh(call(contract.askBack, { params: of(id), body: { sentence } })),
    report: (id: string, body: Body<'report'>) =>
      fresh(call(contract.report, { params: of(id), body })),
    answerReport: (reportId: string, body: Body<'answerReport'>) =>
      fresh(call(contract.answerReport, { params: { groupId, reportId }, body })),
    setClosed: (threadId: string, body: Body<'setClosed'>) =>
      fresh(call(contract.setClosed, { params: { groupId, threadId }, body })),
    setModerator: (body: Body<'setModerator'>) =>
      fresh(call(contract.setModerator, { params: { groupId }, body })),
    hear: (daily: boolean) => fresh(call(contract.hear, { params: { groupId }, body: { daily } })),
  }
}

/** Sends one file, pictures made smaller before they leave the device; and takes one back. */
export function useFiles(groupId: string) {
  const api = useApi()
  const send = useMutation({
    mutationFn: async ({ file, alt }: { file: File; alt: string }): Promise<Attachment> => {
      const body = await smaller(file)
      const url = urlOf(contract.upload, { params: { groupId }, query: { alt, name: file.name } })
      const type = body.type || 'application/octet-stream'
      const headers = { accept: 'application/json', 'content-type': type }
      const answer = await fetchBytes(api, url, { method: 'POST', body, headers })
      return z.parse(contract.upload.response, await answer.json())
    },
  })
  const drop = (fileId: string) =>
    api.call(contract.dropFile, { params: { groupId, fileId } }).catch(() => undefined)
  return { send, drop }
}

const asDataUrl = (blob: Blob): Promise<string> =>
  new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.onerror = () => failed(reader.error)
    reader.readAsDataURL(blob)
  })

/** A picture, as what an `img` can show; fetched with whoever asks, for there is no public address. */
export function usePicture(groupId: string, fileId: string) {
  const api = useApi()
  const url = urlOf(contract.file, { params: { groupId, fileId } })
  return useQuery({
    queryKey: ['picture', url],
    queryFn: async () => asDataUrl(await (await fetchBytes(api, url, { method: 'GET' })).blob()),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

export function useSaveFile(groupId: string) {
  const api = useApi()
  return useMutation({
    mutationFn: async (fileId: string): Promise<Blob> => {
      const url = urlOf(contract.file, { params: { groupId, fileId } })
      return (await fetchBytes(api, url, { method: 'GET' })).blob()
    },
  })
}
