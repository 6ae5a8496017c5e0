import { defineConfig } from 'vite'

/** One bundle per process. Our own packages are inlined, everything from npm stays outside. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    sourcemap: true,
    rollupOptions: {
      input: {
        main: 'src/main.ts',
        worker: 'src/worker.ts',
        migrate: 'src/start/migrate.ts',
        start: 'src/start.ts',
        'import-register': 'src/cli/import-register.ts',
        'import-places': 'src/cli/import-places.ts',
        'import-grants': 'src/cli/import-grants.ts',
        'import-services': 'src/cli/import-services.ts',
        'setup-place': 'src/cli/setup-place.ts',
        'erase-person': 'src/cli/erase-person.ts',
        'record-accept': 'src/cli/record-accept.ts',
      },
    },
  },
  ssr: { noExternal: ['@howcanwe/shared'] },
})
