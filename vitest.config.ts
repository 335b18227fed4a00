import { defineConfig, type ViteUserConfig } from "vitest/config";

/** Tests stand beside the code; `test/` holds what is not one file's business. */
const config: ViteUserConfig = defineConfig({
  test: { include: ["src/**/*.test.ts", "test/**/*.test.ts"], testTimeout: 20_000 },
});
export default config;
