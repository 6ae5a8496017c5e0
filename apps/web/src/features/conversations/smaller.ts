import { IMAGE_SIDE } from '@howcanwe/shared/conversations'

/** Below this a picture is sent as it is. */
const SMALL_BYTES = 400_000
const TO_JPEG = 0.85

/**
 * A picture made smaller on the device, so that it costs little of somebody's data. Phones that can open their own
 * format send a JPEG this way. What the device cannot open goes as it is; the server says what it thinks of it.
 */
export async function smaller(file: File): Promise<Blob> {
  const isPicture = file.type.startsWith('image/')
  if (!isPicture || (file.size < SMALL_BYTES && /\/(jpeg|png|webp)$/.test(file.type))) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, IMAGE_SIDE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const drawn = await new Promise<Blob | null>((done) => {
      canvas.toBlob(done, 'image/jpeg', TO_JPEG)
    })
    return drawn && drawn.size < file.size ? drawn : file
  } catch {
    return file
  }
}
