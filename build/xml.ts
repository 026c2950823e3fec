/** @returns a metadata file of a type, with a remark on what it was made from */
export const metadataXml = (type: string, madeFrom: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!-- Made from ${madeFrom} by the build. Do not edit. -->
<${type} xmlns="http://soap.sforce.com/2006/04/metadata">
${body}
</${type}>
`;

/** The `.js-meta.xml` of a module that only other components import. */
export const moduleMeta = (madeFrom: string): string =>
  metadataXml(
    "LightningComponentBundle",
    madeFrom,
    "    <apiVersion>66.0</apiVersion>\n    <isExposed>false</isExposed>"
  );
