import { MOST_BYTES } from '@howcanwe/shared/contacts'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Details, ErrorSummary, TextArea, TextField } from '../../ui/index.ts'
import { base64Of } from './file-content.ts'

export interface Chosen {
  /** Base64. */
  content: string
  /** What the file is called; empty where it was pasted. */
  name: string
}

const NOTHING = { bytes: new Uint8Array(), name: '' }

async function chosenIn(form: HTMLFormElement): Promise<{ bytes: Uint8Array; name: string }> {
  const field = form.elements.namedItem('file')
  const file = field instanceof HTMLInputElement ? field.files?.[0] : undefined
  if (file) return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name }
  const pasted = String(new FormData(form).get('pasted') ?? '')
  return { bytes: new TextEncoder().encode(pasted), name: '' }
}

interface ChooseFileProps {
  busy: boolean
  /** What was refused of the file before, as a sentence. */
  refused: string | undefined
  onChosen: (chosen: Chosen) => void
}

/** A list of contacts: a file, or pasted out of a spreadsheet. Needs `contacts`, `problems`. */
export function ChooseFile({ busy, refused, onChosen }: ChooseFileProps) {
  const { t } = useTranslation(['contacts', 'problems'])
  const [fault, setFault] = useState<string>()
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // A file that is gone again, or on a drive that is not there.
    const { bytes, name } = await chosenIn(event.currentTarget).catch(() => NOTHING)
    if (bytes.length === 0) return setFault(t('contacts:file.none'))
    if (bytes.length > MOST_BYTES) return setFault(t('problems:contacts.too_large'))
    setFault(undefined)
    onChosen({ content: base64Of(bytes), name })
  }
  const error = fault ?? refused
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <ErrorSummary errors={error ? [{ name: 'file', message: error }] : []} />
      <TextField
        name="file"
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        label={t('contacts:file.label')}
        hint={t('contacts:file.hint')}
        error={error}
      />
      <Details summary={t('contacts:file.paste')}>
        <TextArea
          name="pasted"
          label={t('contacts:file.pasted')}
          hint={t('contacts:file.pastedHint')}
          rows={6}
          optional
        />
      </Details>
      <Button type="submit" busy={busy}>
        {t('contacts:file.look')}
      </Button>
    </form>
  )
}
