/** The longer side of a photo that is kept, in pixels: a meter reads on it, and a day of them fits a phone. */
export const longestSide = 1600

export type Size = { readonly width: number; readonly height: number }

/** The size a photo is kept at. A small one stays as it is. */
export const keptSize = ({ width, height }: Size, longest: number = longestSide): Size => {
  const factor = Math.min(1, longest / Math.max(width, height, 1))
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) }
}

/**
 * A photo as it is kept and sent: upright, no larger than needed, JPEG, without what the camera wrote into it (place, device).
 * What the phone cannot read as a picture is kept as it came.
 */
export const shrinkPhoto = async (file: Blob): Promise<Blob> => {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const { width, height } = keptSize(picture)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height)
    picture.close()
    const shrunk = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', 0.82))
    return shrunk ?? file
  } catch {
    return file
  }
}
