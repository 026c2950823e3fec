import { AuthInfo } from "@salesforce/core";

// node --import tsx tests/browser/sign-in.ts (ALIAS ACCESS-TOKEN ADDRESS)…: keeps logins as the Salesforce CLI does, in the
// home directory that it is given. What the library would ask the org for is given: two of the orgs answer nothing.
const given = process.argv.slice(2);
while (given.length) {
  const [alias = "", accessToken = "", instanceUrl = ""] = given.splice(0, 3);
  const known = { username: `${alias}@example.com`, orgId: accessToken.split("!")[0] ?? "", isDevHub: false };
  const authInfo = await AuthInfo.create({
    accessTokenOptions: { accessToken, instanceUrl, loginUrl: instanceUrl, ...known, namespacePrefix: null }
  });
  await authInfo.save();
  await authInfo.setAlias(alias);
}
