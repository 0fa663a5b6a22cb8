import { type GeoJSONSource, Map as GroundMap, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { useEffect, useRef, useState } from 'react'
import { useWords } from './i18n.ts'
import { useTone } from './look.ts'
import { drawMarks } from './map-marks.ts'
import { NEAREST, placeStyle } from './map-style.ts'
import styles from './place-map.module.css'
import { boundsOf, type Place, type PlaceName, type Tiles, worstFirst } from './places.ts'
import { uiWords } from './words.ts'

setWorkerUrl(workerUrl)

type Props = {
  readonly label: string
  readonly places: readonly Place[]
  readonly names: readonly PlaceName[]
  readonly tiles: Tiles
  /** Of the place that was pointed at, or of several that cannot be told apart. */
  readonly onChoose: (ids: readonly string[]) => void
}

/** More than these are looked at from nearer; these are listed. */
const LISTED = 12

/** The ground itself: places by how they stand, one mark for those too near to each other, over a map or over plain paper. */
export const Ground = ({ label, places, names, tiles, onChoose }: Props) => {
  const t = useWords(uiWords)
  const tone = useTone()
  const box = useRef<HTMLDivElement>(null)
  const [isBroken, setBroken] = useState(false)
  const choose = useRef(onChoose)
  choose.current = onChoose
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read anew when the tone turns
  useEffect(() => {
    if (box.current === null) return
    const colours = getComputedStyle(box.current)
    const colour = (name: string) => colours.getPropertyValue(`--${name}`).trim()
    let map: GroundMap
    try {
      map = new GroundMap({
        container: box.current,
        style: placeStyle(tiles, colour),
        bounds: [...boundsOf(places)] as [number, number, number, number], // four numbers
        fitBoundsOptions: { padding: 40, maxZoom: 16 },
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
      fill(map, places, names)
    })
    map.on('click', 'places', event => {
      const feature = event.features?.[0]
      if (feature === undefined) return
      const group: unknown = feature.properties.cluster_id
      if (typeof group === 'number') void openGroup(map, group, event.lngLat, ids => choose.current(ids))
      else choose.current([String(feature.properties.id)])
    })
    map.on('mouseenter', 'places', () => {
      map.getCanvas().style.cursor = 'pointer'
    })
    map.on('mouseleave', 'places', () => {
      map.getCanvas().style.cursor = ''
    })
    map.getCanvas().setAttribute('aria-label', label)
    return () => map.remove()
  }, [places, names, tiles, label, t, tone])
  return isBroken ? <p className={styles.broken}>{t('map.broken')}</p> : <div ref={box} className={styles.ground} />
}

const fill = (map: GroundMap, places: readonly Place[], names: readonly PlaceName[]): void => {
  const at = ({ longitude, latitude }: Place['position']) => ({
    type: 'Point' as const,
    coordinates: [longitude, latitude],
  })
  map.getSource<GeoJSONSource>('places')?.setData({
    type: 'FeatureCollection',
    // What needs somebody is drawn last, above the others.
    features: worstFirst(places)
      .toReversed()
      .map(({ id, name, status, position }) => ({
        type: 'Feature',
        properties: { id, name, status },
        geometry: at(position),
      })),
  })
  map.getSource<GeoJSONSource>('names')?.setData({
    type: 'FeatureCollection',
    features: names.map(({ name, count, position }) => ({
      type: 'Feature',
      properties: { name, count },
      geometry: at(position),
    })),
  })
}

/** A group of a few is listed; one of many is looked at from nearer, as long as that takes it apart. */
const openGroup = async (
  map: GroundMap,
  group: number,
  center: { readonly lng: number; readonly lat: number },
  list: (ids: readonly string[]) => void,
): Promise<void> => {
  const source = map.getSource<GeoJSONSource>('places')
  if (source === undefined) return
  const leaves = await source.getClusterLeaves(group, LISTED + 1, 0)
  const zoom = await source.getClusterExpansionZoom(group)
  if (leaves.length > LISTED && zoom <= NEAREST) map.easeTo({ center: [center.lng, center.lat], zoom })
  else list(leaves.map(({ properties }) => String(properties?.id)))
}
