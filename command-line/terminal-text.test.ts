import assert from "node:assert/strict";
import { test } from "node:test";
import { terminalText } from "./terminal-text.ts";

for (const { name, text, printed } of [
  { name: "an escape sequence", text: "a\u001B[31mb", printed: "a [31mb" },
  { name: "a control of eight bits", text: "a\u009B31mb", printed: "a 31mb" },
  { name: "a return to the start of the line", text: "ab\rc", printed: "ab c" },
  { name: "a turn of direction", text: "a\u202Eb\u2066c", printed: "a b c" },
  { name: "a line separator", text: "a\u2028b", printed: "a b" },
  { name: "half a character", text: "a\uD800b", printed: "a\uFFFDb" },
  { name: "lines and tabs", text: "a\tb\r\nc\n", printed: "a\tb\nc\n" }
])
  test(`${name} steers no terminal`, () => assert.equal(terminalText(text), printed));
