import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where `pnpm dev` finds the API; the built product serves both from one port. */
const API = 'http://127.0.0.1:3000'
const proxy = { '/api': { target: API, changeOrigin: false } }

/**
 * The pages are served under `script-src 'self'; style-src 'self'; font-src 'self'`: nothing is inlined, so
 * small assets stay files and the preload helper is not injected as a script.
 */
export default defineConfig({
  plugins: [react()],
  server: { proxy },
  preview: { proxy },
  // The base stylesheet still carries an old-browser media query (`screen\0`) that a strict parser refuses.
  css: {
    lightningcss: { errorRecovery: true },
    preprocessorOptions: { scss: { quietDeps: true } },
  },
  build: {
    target: 'baseline-widely-available',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
})
