import { version } from "../package.json";
import { VERSION } from "./version.ts";

test("reports tell the version that is released", () => {
  expect(VERSION).toBe(version);
});
