import lwcJest from "@salesforce/sfdx-lwc-jest/config.js";

const typescript = "<rootDir>/config/jest/typescript.cjs";
const modulePathIgnorePatterns = ["<rootDir>/.cache"];

const checklist = {
  displayName: "checklist",
  testEnvironment: "node",
  testMatch: ["<rootDir>/checklist/**/*.test.ts"],
  transform: { "\\.ts$": typescript },
  modulePathIgnorePatterns
};

const components = {
  ...lwcJest.jestConfig,
  displayName: "components",
  rootDir: import.meta.dirname,
  testEnvironment: "<rootDir>/config/jest/environment.cjs",
  testMatch: ["<rootDir>/force-app/**/__tests__/**/*.test.ts"],
  setupFilesAfterEnv: [
    ...lwcJest.jestConfig.setupFilesAfterEnv,
    "<rootDir>/config/jest/accessibility.cjs",
    "<rootDir>/config/jest/browser.cjs",
    "<rootDir>/config/jest/details.cjs"
  ],
  moduleNameMapper: {
    "^c/mccChecklist$": "<rootDir>/checklist/index.ts",
    "^c/mccLanguages$": "<rootDir>/config/jest/mccLanguages.ts",
    "^lightning/platformResourceLoader$": "<rootDir>/config/jest/platformResourceLoader.ts"
  },
  // The first pattern that fits counts: what is no component is plain TypeScript.
  transform: { "/(build|checklist|config)/.+\\.ts$": typescript, ...lwcJest.jestConfig.transform },
  modulePathIgnorePatterns
};

// Long enough for the accessibility checks on a busy machine: a test tells what is wrong, not how fast it is.
export default { projects: [checklist, components], testTimeout: 60_000 };
