import type { Connection } from "@salesforce/core";

/**
 * @returns the same connection, from which nothing but GET leaves any more. What writes over REST, of whatever name, ends
 * in `request`. Only the library itself goes past it, where it renews a login
 */
export function readsOnly(connection: Connection): Connection {
  const request = connection.request.bind(connection);
  connection.request = (asked, options) => {
    if (typeof asked === "string" || asked.method === "GET") return request(asked, options);
    throw new Error(`This page only reads the org: ${asked.method} is not sent.`);
  };
  return connection;
}
