import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl'
import type { Tiles } from './places.ts'

type Colour = (name: string) => string

const nothing = { type: 'FeatureCollection', features: [] } as const
/** How near marks may come, in pixels, before they become one with a number; and how near the ground they stay apart. */
const APART = 20
export const NEAREST = 17

const isGroup: ExpressionSpecification = ['has', 'point_count']
const some = (status: string): ExpressionSpecification => ['>', ['get', status], 0]
/** A group stands as the worst of it does. */
const mark: ExpressionSpecification = [
  'case',
  isGroup,
  ['case', some('late'), 'late', some('open'), 'open', some('unseen'), 'unseen', 'good'],
  ['get', 'status'],
]
const counted = (status: string): ExpressionSpecification => ['+', ['case', ['==', ['get', 'status'], status], 1, 0]]

/** Paper, the ground where the house has any, marks, names. Letters are drawn by the browser: nothing is fetched for them. */
export const placeStyle = (tiles: Tiles, colour: Colour): StyleSpecification => ({
  version: 8,
  sources: {
    ...(tiles === null
      ? {}
      : { ground: { type: 'raster', tiles: [tiles.url], tileSize: 256, attribution: tiles.attribution } }),
    places: {
      ...{ type: 'geojson', data: nothing, cluster: true, clusterRadius: APART, clusterMaxZoom: NEAREST },
      clusterProperties: { late: counted('late'), open: counted('open'), unseen: counted('unseen') },
    },
    names: { type: 'geojson', data: nothing },
  },
  layers: [
    { id: 'paper', type: 'background', paint: { 'background-color': colour('paper') } },
    ...(tiles === null ? [] : [{ id: 'ground', type: 'raster' as const, source: 'ground' }]),
    {
      id: 'names',
      type: 'symbol',
      source: 'names',
      layout: {
        'text-field': ['get', 'name'],
        'text-size': 14,
        'text-variable-anchor': ['center', 'bottom', 'top', 'left', 'right'],
        'text-radial-offset': 1.6,
        'text-padding': 1,
        'symbol-sort-key': ['-', 0, ['get', 'count']],
      },
      paint: { 'text-color': colour('soft'), 'text-halo-color': colour('sheet'), 'text-halo-width': 2 },
    },
    {
      id: 'own-names',
      type: 'symbol',
      source: 'places',
      filter: ['!', isGroup],
      minzoom: 15,
      layout: {
        'text-field': ['get', 'name'],
        'text-size': 12,
        'text-offset': [0, 1.1],
        'text-anchor': 'top',
        'text-optional': true,
      },
      paint: { 'text-color': colour('ink'), 'text-halo-color': colour('sheet'), 'text-halo-width': 1.5 },
    },
    {
      id: 'places',
      type: 'symbol',
      source: 'places',
      layout: {
        'icon-image': mark,
        'icon-allow-overlap': true,
        'icon-padding': 0,
        'text-field': ['case', isGroup, ['to-string', ['get', 'point_count']], ''],
        'text-size': 12,
        'text-offset': [0.7, -0.6],
        'text-anchor': 'left',
        'text-allow-overlap': true,
        'text-optional': false,
      },
      paint: { 'text-color': colour('ink'), 'text-halo-color': colour('sheet'), 'text-halo-width': 2 },
    },
  ],
})
