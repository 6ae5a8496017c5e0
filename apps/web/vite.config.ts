import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Where `pnpm dev` finds the API; the built product serves both from one port. */
const API = 'http://127.0.0.1:3000'
const proxy = { '/api': { target: API, changeOrigin: false } }

const reader = (name: string): string => join(import.meta.dirname, 'src/lib/reader', name)

/**
 * i18next and react-i18next are what the code is written and type-checked against; in the browser 1.5 kB of our
 * own read the same catalogues, because the first view may weigh 120 KiB and those two are 17 of them.
 */
const alias = [
  { find: /^i18next$/, replacement: reader('i18next.ts') },
  { find: /^react-i18next$/, replacement: reader('react-i18next.tsx') },
]

/**
 * react-router ships its framework and data modes in the one file we need. Without these marks a bundler must
 * keep every component in it, because `forwardRef(…)` and `X.displayName = …` could do something. They do not:
 * with the marks 1.4 kB less reaches a phone.
 */
const unusedRouterParts: Plugin = {
  name: 'unused-router-parts',
  apply: 'build',
  transform(code, id) {
    if (!id.includes('/react-router/dist/')) return null
    return code
      .replace(/= (React\d*\.(?:forwardRef|createContext|memo)\()/g, '= /* @__PURE__ */ $1')
      .replace(/^[\w$]+\.displayName = "[\w.$]*";$/gm, '')
  },
}

/**
 * What reading needs in two files, what changes with a release apart from what does not; what the first pages show
 * in a third; fields and their library apart from all, because most people only read. Left to itself the bundler makes twenty-five files of it.
 */
const groups = [
  {
    name: 'vendor',
    test: /node_modules\/.*\/(react|react-dom|scheduler|react-router|@tanstack\/[\w-]+|zod)\//,
    priority: 30,
  },
  {
    name: 'forms',
    test: /src\/(ui\/(field|choices|text-|select|date-field|error-summary|save-status)|lib\/(form\.|meanwhile|save-over|use-autosave|use-faults|use-writing))|react-hook-form/,
    priority: 20,
  },
  {
    name: 'board',
    test: /features\/(challenges\/(board|challenge-notice|asker-mark|closing|question|list-query|board\.queries|search-box)|codesign\/(group-list|groups\.queries|group-facts))|shared\/src\/((challenges|codesign)\/\w+\.board|identity\/identity\.schemas)/,
    priority: 8,
  },
  {
    name: 'reading',
    test: /web\/src\/(ui|lib(?!\/(further-words|hand-over|live|use-act-for))|app\/(paths|place|contact))\b|shared\/src\/(http\/|places\/places\.)|preload-helper/,
    priority: 10,
  },
]

/**
 * The pages are served under `script-src 'self'; style-src 'self'; font-src 'self'`: nothing is inlined, so
 * small assets stay files and the preload helper is not injected as a script.
 */
export default defineConfig({
  plugins: [react(), unusedRouterParts],
  resolve: { alias },
  server: { proxy },
  preview: { proxy },
  build: {
    target: 'baseline-widely-available',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    rolldownOptions: {
      output: { codeSplitting: { includeDependenciesRecursively: false, groups } },
    },
  },
})
