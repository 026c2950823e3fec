import type { Scenario } from "./scenario.ts";

/** @returns the logged-in user in the form of OpenID Connect's userinfo */
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

/** @returns the logged-in user in the form of the identity URL */
export function identity(scenario: Scenario, url: string): Record<string, unknown> {
  const { sub, preferred_username, name, ...rest } = userInfo(scenario, url);
  return { id: sub, username: preferred_username, display_name: name, ...rest };
}
