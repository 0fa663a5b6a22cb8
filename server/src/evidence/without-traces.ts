import sharp from 'sharp'

/** Upright, and without where and with what it was taken: written anew, a picture keeps only what it shows. */
export const withoutTraces = (bytes: Uint8Array): Promise<Buffer> =>
  sharp(bytes, { limitInputPixels: 100_000_000, animated: true }).autoOrient().toBuffer()
