import sharp from 'sharp'

/** A photograph as a phone takes it: with where, when and with what. */
export const photo = (width = 2_400, height = 1_200): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#4a7' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'TheirPhone', ImageDescription: 'Amina at home' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 22/1 0/1', GPSLongitudeRef: 'E' },
    })
    .toBuffer()
