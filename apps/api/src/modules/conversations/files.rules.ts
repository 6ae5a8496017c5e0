import { FILE_MOST_BYTES, IMAGE_MOST_PIXELS, IMAGE_SIDE } from '@howcanwe/shared/conversations'
import sharp from 'sharp'

/** Nothing is decoded but these three, whatever a file calls itself (T-19). */
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.cache(false)
sharp.concurrency(1)

export type Sniffed = 'jpeg' | 'png' | 'webp' | 'heic' | 'pdf'

const at = (bytes: Uint8Array, from: number, sign: string): boolean =>
  Buffer.from(bytes.subarray(from, from + sign.length)).toString('latin1') === sign
const HEIC = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1']

/** What a file is, by how it begins; its name and type are hearsay. */
export function sniff(bytes: Uint8Array): Sniffed | undefined {
  if (at(bytes, 0, '\xff\xd8\xff')) return 'jpeg'
  if (at(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'png'
  if (at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP')) return 'webp'
  if (at(bytes, 0, '%PDF-')) return 'pdf'
  if (at(bytes, 4, 'ftyp') && HEIC.some((brand) => at(bytes, 8, brand))) return 'heic'
  return undefined
}

const UNSAFE = /[^A-Za-z0-9 _-]+/g

/**
 * A name that is safe in a header, on a disk and on a page, whatever was sent: letters without accents, figures, spaces.
 *
 * @param name as it was sent, with its ending or without
 */
export function safeName(name: string, ending: 'webp' | 'pdf'): string {
  const bare = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ _-]+/, '')
    .slice(0, 80)
    .trim()
  return `${bare || 'file'}.${ending}`
}

export interface Kept {
  kind: 'image' | 'pdf'
  ending: 'webp' | 'pdf'
  data: Buffer
  width: number | null
  height: number | null
}

export type Unkept = 'file_unreadable' | 'file_heic' | 'file_too_big'

/**
 * What is kept of a file: a picture is drawn anew, smaller, the right way up, and nothing else of it goes along, such as
 * where it was taken; a PDF stays as it is and is only ever handed out to be saved.
 *
 * @returns why not, as the end of an error's code
 */
export async function keepable(body: unknown): Promise<Kept | Unkept> {
  if (!(body instanceof Uint8Array) || body.length === 0) return 'file_unreadable'
  if (body.length > FILE_MOST_BYTES) return 'file_too_big'
  const kind = sniff(body)
  if (kind === 'heic') return 'file_heic'
  if (kind === 'pdf')
    return { kind: 'pdf', ending: 'pdf', data: Buffer.from(body), width: null, height: null }
  return kind ? drawAnew(body) : 'file_unreadable'
}

async function drawAnew(body: Uint8Array): Promise<Kept | Unkept> {
  const options = { limitInputPixels: IMAGE_MOST_PIXELS, sequentialRead: true, pages: 1 }
  try {
    // The size stands in the first bytes: a bomb is seen before anything of it is unpacked.
    const { width, height } = await sharp(body, { ...options, limitInputPixels: false }).metadata()
    if (width * height > IMAGE_MOST_PIXELS) return 'file_too_big'
    const { data, info } = await sharp(body, options)
      .autoOrient()
      .resize({ width: IMAGE_SIDE, height: IMAGE_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .timeout({ seconds: 10 })
      .toBuffer({ resolveWithObject: true })
    return { kind: 'image', ending: 'webp', data, width: info.width, height: info.height }
  } catch {
    return 'file_unreadable'
  }
}
