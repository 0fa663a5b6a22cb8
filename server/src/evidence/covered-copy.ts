import sharp from 'sharp'

export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Squares of a covered part at most, along its longer side: too few for a face or a plate to be told again. */
const SQUARES = 6

/**
 * A copy of a picture, upright and without what the camera wrote, whose parts are replaced by a few squares of their mean colours.
 * What is under them is not in the copy: nothing sharpens it again.
 */
export const coveredCopy = async (bytes: Uint8Array, areas: readonly Area[]): Promise<Buffer> => {
  const upright = await sharp(bytes, { limitInputPixels: 100_000_000 }).autoOrient().toBuffer()
  const { width, height } = await sharp(upright).metadata()
  const covers = []
  for (const area of areas) {
    const box = boxOf(area, width, height)
    covers.push({ input: await squares(upright, box), left: box.left, top: box.top })
  }
  return sharp(upright).composite(covers).jpeg({ quality: 85 }).toBuffer()
}

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** Whole pixels, never fewer than the area holds. */
const boxOf = (area: Area, width: number, height: number): Box => {
  const left = Math.min(width - 1, Math.floor(area.x * width))
  const top = Math.min(height - 1, Math.floor(area.y * height))
  const right = Math.min(width, Math.ceil((area.x + area.width) * width))
  const bottom = Math.min(height, Math.ceil((area.y + area.height) * height))
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) }
}

const squares = async (picture: Buffer, box: Box): Promise<Buffer> => {
  const side = Math.max(box.width, box.height) / SQUARES
  const few = await sharp(picture)
    .extract(box)
    .resize(Math.max(1, Math.round(box.width / side)), Math.max(1, Math.round(box.height / side)), {
      fit: 'fill',
      kernel: 'linear',
    })
    .png()
    .toBuffer()
  return sharp(few).resize(box.width, box.height, { fit: 'fill', kernel: 'nearest' }).png().toBuffer()
}
