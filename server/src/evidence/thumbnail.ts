import sharp from 'sharp'

/** A JPEG of at most 320 pixels a side, turned upright and without what the camera wrote into the picture; null where it is no picture. */
export const thumbnailOf = async (bytes: Uint8Array): Promise<Uint8Array | null> => {
  try {
    return await sharp(bytes, { limitInputPixels: 100_000_000 })
      .rotate()
      .resize(320, 320, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 72 })
      .toBuffer()
  } catch {
    return null
  }
}
