import { type GeoJSONSource, Map as GroundMap, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import styles from './map.module.css'
import { drawMarks } from './map-marks.ts'
import { boundsOf, type MapPoint, type MapUnit, type Tiles, worstFirst } from './map-points.ts'
import { pointStyle } from './map-style.ts'
import { pointsWords } from './words.ts'

setWorkerUrl(workerUrl)

type Props = {
  readonly label: string
  readonly points: readonly MapPoint[]
  readonly units: readonly MapUnit[]
  readonly tiles: Tiles
  readonly onChoose: (point: MapPoint) => void
}

/** The map itself: points by status over the ground the house has, or over plain paper with the names of units. */
export const PointMap = ({ label, points, units, tiles, onChoose }: Props) => {
  const t = useWords(pointsWords)
  const box = useRef<HTMLDivElement>(null)
  const [isBroken, setBroken] = useState(false)
  const choose = useRef(onChoose)
  choose.current = onChoose
  useEffect(() => {
    if (box.current === null) return
    const colours = getComputedStyle(box.current)
    const colour = (name: string) => colours.getPropertyValue(`--${name}`).trim()
    let map: GroundMap
    try {
      map = new GroundMap({
        container: box.current,
        style: pointStyle(tiles, colour),
        bounds: [...boundsOf(points)] as [number, number, number, number], // four numbers
        fitBoundsOptions: { padding: 48, maxZoom: 16 },
        attributionControl: tiles === null || tiles.attribution === '' ? false : { compact: true },
        // The page scrolls past the map; it moves with Ctrl or two fingers.
        cooperativeGestures: true,
        locale: {
          'NavigationControl.ZoomIn': t('map.in'),
          'NavigationControl.ZoomOut': t('map.out'),
          'CooperativeGesturesHandler.WindowsHelpText': t('map.wheel'),
          'CooperativeGesturesHandler.MacHelpText': t('map.wheel.mac'),
          'CooperativeGesturesHandler.MobileHelpText': t('map.fingers'),
        },
        dragRotate: false,
        localIdeographFontFamily: colours.fontFamily,
        pitchWithRotate: false,
      })
    } catch {
      setBroken(true)
      return
    }
    map.touchZoomRotate.disableRotation()
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    map.on('load', () => {
      drawMarks(map, colour)
      const source = map.getSource<GeoJSONSource>('points')
      source?.setData({
        type: 'FeatureCollection',
        // What needs somebody is drawn last, above the others.
        features: worstFirst(points)
          .toReversed()
          .map(({ id, name, status, position }) => ({
            type: 'Feature',
            properties: { id, name, status },
            geometry: { type: 'Point', coordinates: [position.longitude, position.latitude] },
          })),
      })
      map.getSource<GeoJSONSource>('units')?.setData({
        type: 'FeatureCollection',
        features: units.map(({ name, points: count, position }) => ({
          type: 'Feature',
          properties: { name, count },
          geometry: { type: 'Point', coordinates: [position.longitude, position.latitude] },
        })),
      })
    })
    map.on('click', 'points', event => {
      const id = event.features?.[0]?.properties.id
      const point = points.find(one => one.id === id)
      if (point) choose.current(point)
    })
    map.on('mouseenter', 'points', () => {
      map.getCanvas().style.cursor = 'pointer'
    })
    map.on('mouseleave', 'points', () => {
      map.getCanvas().style.cursor = ''
    })
    map.getCanvas().setAttribute('aria-label', label)
    return () => map.remove()
  }, [points, units, tiles, label, t])
  return isBroken ? <p className={styles.broken}>{t('map.broken')}</p> : <div ref={box} className={styles.ground} />
}
