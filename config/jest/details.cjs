/* global window */
// What the static resource MCC_Health_Details would set, for tests of components that the page makes once it is there. In
// tests, all English is there from the start. Loaded when it is asked for: many tests don't need it.
Object.defineProperty(window, "mccHealthDetails", {
  configurable: true,
  get: () => ({ ...require("../../checklist/details.ts"), english: {} }),
  set(value) {
    Object.defineProperty(window, "mccHealthDetails", { configurable: true, writable: true, value });
  }
});
