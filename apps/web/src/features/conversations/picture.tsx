import type { Attachment } from '@howcanwe/shared/conversations'
import { useTranslation } from 'react-i18next'
import { saveFile } from '../../lib/files.ts'
import { Button } from '../../ui/index.ts'
import { usePicture, useSaveFile } from './conversations.queries.ts'

interface FileProps {
  groupId: string
  file: Attachment
  small?: boolean
}

/** A picture with its words; the words alone while it is on its way or where it cannot be had. */
export function Picture({ groupId, file, small = false }: FileProps) {
  const picture = usePicture(groupId, file.id)
  const size = { width: file.width ?? undefined, height: file.height ?? undefined }
  return picture.data ? (
    <img
      className={small ? 'hcw-picture hcw-picture--small' : 'hcw-picture'}
      src={picture.data}
      alt={file.alt}
      {...size}
    />
  ) : (
    <span className="hcw-picture hcw-picture--waits">{file.alt}</span>
  )
}

const MB = 1_024 * 1_024

/** A PDF is only ever saved. */
export function SavePdf({ groupId, file }: FileProps) {
  const { t } = useTranslation('conversations')
  const save = useSaveFile(groupId)
  const press = async () => saveFile(await save.mutateAsync(file.id), file.name)
  const mb = Math.max(0.1, file.bytes / MB).toFixed(1)
  return (
    <Button kind="secondary" busy={save.isPending} onClick={() => press().catch(() => undefined)}>
      {t('file.save', { name: file.alt, mb })}
    </Button>
  )
}

/** What stands under a message. */
export function Files({ groupId, files }: { groupId: string; files: readonly Attachment[] }) {
  if (files.length === 0) return null
  return (
    <ul className="hcw-message__files">
      {files.map((file) => (
        <li key={file.id}>
          {file.kind === 'image' ? (
            <Picture groupId={groupId} file={file} />
          ) : (
            <SavePdf groupId={groupId} file={file} />
          )}
        </li>
      ))}
    </ul>
  )
}
