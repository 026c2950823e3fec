import { resolve } from "node:path";

export default {
  rootDir: "../..",
  testMatch: ["<rootDir>/config/mutation/every-test.cjs"],
  testEnvironment: resolve(import.meta.dirname, "until-failure.cjs"),
  transform: { "\\.ts$": "<rootDir>/config/jest/typescript.cjs" }
};
