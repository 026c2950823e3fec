// For `npm test`: the checklist's tests as one file, of which the modules are loaded once. `npx jest` runs each by itself.
import config from "../../jest.config.js";

const [checklist, components] = config.projects;
const rootDir = components.rootDir;

export default {
  ...config,
  rootDir,
  projects: [{ ...checklist, rootDir, testMatch: ["<rootDir>/config/jest/every-test.cjs"] }, components]
};
