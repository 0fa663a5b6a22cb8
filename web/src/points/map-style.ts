import type { StyleSpecification } from 'maplibre-gl'
import type { Tiles } from './map-points.ts'

type Colour = (name: string) => string

const nothing = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } as const

/** Paper, the ground where the house has any, names of units, points. Letters are drawn by the browser: nothing is fetched for them. */
export const pointStyle = (tiles: Tiles, colour: Colour): StyleSpecification => ({
  version: 8,
  sources: {
    ...(tiles === null
      ? {}
      : { ground: { type: 'raster', tiles: [tiles.url], tileSize: 256, attribution: tiles.attribution } }),
    points: nothing,
    units: nothing,
  },
  layers: [
    { id: 'paper', type: 'background', paint: { 'background-color': colour('paper') } },
    ...(tiles === null ? [] : [{ id: 'ground', type: 'raster' as const, source: 'ground' }]),
    {
      id: 'points',
      type: 'symbol',
      source: 'points',
      layout: { 'icon-image': ['get', 'status'], 'icon-allow-overlap': true, 'icon-ignore-placement': true },
    },
    {
      id: 'names',
      type: 'symbol',
      source: 'points',
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
      id: 'units',
      type: 'symbol',
      source: 'units',
      layout: { 'text-field': ['get', 'name'], 'text-size': 14, 'symbol-sort-key': ['-', 0, ['get', 'count']] },
      paint: { 'text-color': colour('soft'), 'text-halo-color': colour('sheet'), 'text-halo-width': 2 },
    },
  ],
})
