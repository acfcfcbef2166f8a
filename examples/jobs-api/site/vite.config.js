import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The build goes where the web stack publishes from. */
export default defineConfig({
  plugins: [react()],
  build: { outDir: '../web', emptyOutDir: true, sourcemap: true },
});
