import { type Recruitment, recruitmentContract } from '@howcanwe/shared/recruitment'
import { useQuery } from '@tanstack/react-query'
import { queryFor } from '../../lib/api.ts'

export const useRecruitment = (groupId: string) =>
  useQuery(queryFor(recruitmentContract.read, { params: { groupId } }))

/** What those who run it see besides; read anew each time. */
export const useRecruitmentDesk = (groupId: string) =>
  useQuery({ ...queryFor(recruitmentContract.desk, { params: { groupId } }), staleTime: 0 })

/** Names are taken or will be drawn: until then a group finds its residents by this draw alone. */
export const isRunning = ({ state }: Recruitment): boolean =>
  state !== 'confirmed' && state !== 'called-off'
