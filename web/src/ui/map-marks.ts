import type { Map as GroundMap } from 'maplibre-gl'
import type { Standing } from './places.ts'
import { standingShapes } from './standing-mark.tsx'

const colours: Readonly<Record<Standing, string>> = {
  good: 'bamboo',
  open: 'amber',
  late: 'late',
  unseen: 'soft',
}

const SHARP = 2
const SIZE = 24

/** Gives the map a picture for each status, of the same shapes as everywhere else, on a rim that any ground shows. */
export const drawMarks = (map: GroundMap, colour: (name: string) => string): void => {
  const rim = colour('sheet')
  for (const [status, shape] of Object.entries(standingShapes)) {
    const canvas = document.createElement('canvas')
    canvas.width = SIZE * SHARP
    canvas.height = SIZE * SHARP
    const paper = canvas.getContext('2d')
    if (paper === null) return
    paper.scale(SHARP, SHARP)
    paper.translate(SIZE / 2, SIZE / 2)
    const path = new Path2D(shape)
    const ink = colour(colours[status as Standing]) // a key of the record
    paper.lineJoin = 'round'
    paper.lineWidth = 5
    paper.strokeStyle = rim
    paper.stroke(path)
    paper.fillStyle = status === 'unseen' ? rim : ink
    paper.fill(path)
    paper.lineWidth = 2
    paper.strokeStyle = ink
    paper.stroke(path)
    map.addImage(status, paper.getImageData(0, 0, canvas.width, canvas.height), { pixelRatio: SHARP })
  }
}
