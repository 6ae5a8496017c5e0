import { contactsContract as contract, type ImportPreview } from '@howcanwe/shared/contacts'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { isProblem, sentenceOf } from '../../lib/errors.ts'
import { Notice } from '../../ui/index.ts'
import { BringIn, type Said } from './bring-in.tsx'
import { ChooseFile, type Chosen } from './choose-file.tsx'
import { useBook } from './contacts.queries.ts'
import { Preview } from './import-preview.tsx'

interface Looked {
  file: Chosen
  seen: ImportPreview
}
type Step = { is: 'choose' } | ({ is: 'seen' } & Looked) | { is: 'done'; seen: ImportPreview }

interface ImportContactsProps {
  placeId: string
  /** Where to go on from when it is done. */
  after: ReactNode
}

/** Brings in a list: choose it, look at what it would do, and only then do it. Needs `contacts`. */
export function ImportContacts({ placeId, after }: ImportContactsProps) {
  const { t } = useTranslation(['contacts', 'problems'])
  const call = useCall()
  const { afterwards } = useBook()
  const [step, setStep] = useState<Step>({ is: 'choose' })
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<unknown>()
  const params = { placeId }
  const look = async (file: Chosen) => {
    const seen = await call(contract.look, { params, body: { content: file.content } })
    setStep({ is: 'seen', file, seen })
  }
  const working = async (work: () => Promise<void>) => {
    setBusy(true)
    setRefused(undefined)
    await work().catch(setRefused)
    setBusy(false)
  }
  const bringIn = async ({ file, seen }: Looked, said: Said) => {
    const { content } = file
    const body = { ...said, content, fingerprint: seen.fingerprint }
    try {
      await call(contract.bringIn, { params, body }).then(afterwards)
      setStep({ is: 'done', seen })
    } catch (error) {
      // The book moved on: what the file would do now is another thing than what was looked through.
      if (isProblem(error, 'contacts.book_changed')) await look(file)
      throw error
    }
  }
  if (step.is === 'choose') {
    const sentence = refused ? sentenceOf(t, refused) : undefined
    const chosen = (file: Chosen) => void working(() => look(file))
    return <ChooseFile busy={busy} refused={sentence} onChosen={chosen} />
  }
  const { counts } = step.seen
  if (step.is === 'done')
    return (
      <>
        <Notice kind="success" heading={t('done.heading', { count: counts.new })} focus>
          <p className="govuk-body">
            {t('done.text', { change: counts.change, refused: counts.refused })}
          </p>
        </Notice>
        {after}
      </>
    )
  return (
    <>
      {refused ? (
        <Notice kind="warning" heading={sentenceOf(t, refused)} focus />
      ) : (
        <Notice
          kind="info"
          heading={t(counts.new + counts.change > 0 ? 'seen.heading' : 'seen.nothing')}
          focus
        />
      )}
      <Preview seen={step.seen} />
      <BringIn
        seen={step.seen}
        name={step.file.name}
        busy={busy}
        onSaid={(said) => void working(() => bringIn(step, said))}
        onOther={() => {
          setRefused(undefined)
          setStep({ is: 'choose' })
        }}
      />
    </>
  )
}
