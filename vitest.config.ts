import { defineConfig, type ViteUserConfig } from "vitest/config";

/** Tests stand beside the code; `test/` holds what is not one file's business. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 20_000,
    isolate: false, // the library keeps no state that a test could see, so its modules are loaded once: half the time
  },
});
export default config;
