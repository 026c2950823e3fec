/* global jest */
const { registerSa11yMatcher } = require("@sa11y/jest");

registerSa11yMatcher();
// axe is slow in jsdom, and slower where other work is going on.
jest.setTimeout(60_000);
