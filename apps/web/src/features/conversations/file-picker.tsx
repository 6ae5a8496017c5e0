import { type Attachment, FILE_MOST_BYTES, MOST_FILES } from '@howcanwe/shared/conversations'
import { type ChangeEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, TextField } from '../../ui/index.ts'
import { useFiles } from './conversations.queries.ts'
import { Picture } from './picture.tsx'

const TAKES = 'image/jpeg,image/png,image/webp,image/heic,application/pdf'
/** A picture from a good camera; the device makes it smaller before it is sent. */
const MOST_BEFORE = 40 * 1_024 * 1_024

export interface FilePickerProps {
  groupId: string
  files: readonly Attachment[]
  /** Handed what changes them, for one may be on its way while another is taken away. */
  onChange: (change: (files: Attachment[]) => Attachment[]) => void
}

/** Pictures and PDFs for a message: choose, say what is to be seen, add. What was refused is said beside it. */
export function FilePicker({ groupId, files, onChange }: FilePickerProps) {
  const { t } = useTranslation('conversations')
  const { drop } = useFiles(groupId)
  const remove = async (id: string) => {
    onChange((now) => now.filter((file) => file.id !== id))
    await drop(id)
  }
  return (
    <div className="hcw-files">
      {files.length > 0 ? (
        <ul className="hcw-files__list" aria-label={t('file.added')}>
          {files.map((file) => (
            <li key={file.id}>
              {file.kind === 'image' ? <Picture groupId={groupId} file={file} small /> : null}
              <span className="hcw-files__alt">{file.alt}</span>
              <Button kind="secondary" onClick={() => remove(file.id)}>
                {t('file.remove')} <span className="govuk-visually-hidden">{file.alt}</span>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {files.length < MOST_FILES ? (
        <OneMore groupId={groupId} onAdded={(file) => onChange((now) => [...now, file])} />
      ) : (
        <p className="govuk-hint">{t('file.enough', { count: MOST_FILES })}</p>
      )}
    </div>
  )
}

function OneMore({ groupId, onAdded }: { groupId: string; onAdded: (file: Attachment) => void }) {
  const { t } = useTranslation(['conversations', 'problems'])
  const { send } = useFiles(groupId)
  const [file, setFile] = useState<File>()
  const [alt, setAlt] = useState('')
  const [wrong, setWrong] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const [one] = event.target.files ?? []
    const isTooBig =
      one && one.size > (one.type.startsWith('image/') ? MOST_BEFORE : FILE_MOST_BYTES)
    setWrong(isTooBig ? t('problems:conversations.file_too_big') : '')
    setFile(isTooBig ? undefined : one)
  }
  const add = async () => {
    if (!file) return
    if (alt.trim().length < 3) return setWrong(t('conversations:file.altMissing'))
    try {
      onAdded(await send.mutateAsync({ file, alt: alt.trim() }))
      setFile(undefined)
      setAlt('')
      setWrong('')
      if (input.current) input.current.value = ''
    } catch (error) {
      setWrong(sentenceOf(t, error))
    }
  }
  return (
    <div className={`govuk-form-group${wrong ? ' govuk-form-group--error' : ''}`}>
      <label className="govuk-label govuk-label--s" htmlFor="f-file">
        {t('conversations:file.label')}
      </label>
      <p id="f-file-hint" className="govuk-hint">
        {t('conversations:file.hint')}
      </p>
      {wrong ? (
        <p id="f-file-error" className="govuk-error-message" role="alert">
          {wrong}
        </p>
      ) : null}
      <input
        ref={input}
        id="f-file"
        className="govuk-file-upload hcw-files__input"
        type="file"
        accept={TAKES}
        aria-describedby={wrong ? 'f-file-hint f-file-error' : 'f-file-hint'}
        onChange={chosen}
      />
      {file ? (
        <div className="hcw-files__new">
          <TextField
            label={t('conversations:file.alt')}
            hint={t('conversations:file.altHint')}
            name="alt"
            value={alt}
            maxLength={300}
            onChange={(event) => setAlt(event.target.value)}
          />
          <Button kind="secondary" busy={send.isPending} onClick={add}>
            {t('conversations:file.add')}
          </Button>
          {send.isPending ? (
            <p className="hcw-files__busy" role="status">
              <progress aria-label={t('conversations:file.sending')} />{' '}
              {t('conversations:file.sending')}
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
