import type { Scenario } from "./scenario.ts";

/** @returns who is logged in, as OpenID Connect's userinfo tells it */
export function userInfo(
  { store, viewerId, organizationId, language }: Scenario,
  url: string
): Record<string, unknown> {
  const values = store.find(viewerId)?.values ?? {};
  return {
    sub: `${url}/id/${organizationId}/${viewerId}`,
    user_id: viewerId,
    organization_id: organizationId,
    preferred_username: values.Username ?? null,
    name: values.Name ?? null,
    email: values.Email ?? null,
    user_type: values.UserType ?? null,
    locale: language
  };
}

/** @returns the same person, as the identity URL tells it */
export function identity(scenario: Scenario, url: string): Record<string, unknown> {
  const { sub, preferred_username, name, ...rest } = userInfo(scenario, url);
  return { id: sub, username: preferred_username, display_name: name, ...rest };
}
