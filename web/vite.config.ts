import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { offlineDoors } from './offline-doors.config.ts'

/** What every page needs, apart from what changes with each release, so that a new release is a small download. */
const groups = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 3 },
  { name: 'words', test: /node_modules[\\/](i18next|react-i18next)[\\/]/, priority: 2 },
  { name: 'wire', test: /node_modules[\\/](@orpc|zod|@tanstack[\\/](?!react-virtual|virtual-core))/, priority: 2 },
]

/** The house that the pages of `npm run dev` speak to. */
const house = process.env.LUOSHI_SERVER ?? 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [
    react(),
    ...offlineDoors([
      { name: 'write', front: 'index.html', page: 'src/writing/writing-page.tsx' },
      { name: 'field', front: 'field.html', page: null },
    ]),
  ],
  // The host stays as the browser said it: the server takes writes from its own pages only.
  server: {
    proxy: Object.fromEntries(['/api', '/public'].map(path => [path, { target: house, changeOrigin: false }])),
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      // Two front doors: the desk, and the phone's, which carries none of the desk's parts.
      input: { desk: 'index.html', field: 'field.html' },
      output: { codeSplitting: { groups } },
    },
  },
})
