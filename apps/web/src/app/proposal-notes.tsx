import { framingContract } from '@howcanwe/shared/framing'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FramingNotes } from '../features/framing/framing-notes.tsx'
import { useCall } from '../lib/api.ts'

/** What may close a question while it is typed, as notes and never a block (CH1). Needs `framing`. */
export function ProposalNotes({
  question,
  onUse,
}: {
  question: string
  onUse: (wording: string) => void
}) {
  const call = useCall()
  const { i18n } = useTranslation()
  const language = i18n.language === 'nl' ? ('nl' as const) : ('en' as const)
  const { data } = useQuery({
    queryKey: ['proposal-notes', language, question],
    queryFn: () => call(framingContract.check, { body: { question, language } }),
    enabled: question.trim().length >= 20,
    retry: false,
  })
  return (
    <FramingNotes
      findings={data?.findings ?? []}
      only="#/body/question"
      onUse={(_, wording) => onUse(wording)}
    />
  )
}
