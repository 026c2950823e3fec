// For the visibility of an element, jsdom looks at all above it, and for each of these at every rule of every sheet: that
// is half of what axe takes. What we hide by `visibility` is empty, so that nothing in it inherits. This goes when jsdom
// remembers what it has computed.
const { propertiesWithResolvedValueImplemented } = require("jsdom/lib/jsdom/living/helpers/style-rules.js");

propertiesWithResolvedValueImplemented.visibility.inherited = false;

module.exports = require("jest-environment-jsdom");
