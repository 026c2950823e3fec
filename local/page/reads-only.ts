import type { Connection } from "@salesforce/core";

/**
 * @returns the same connection, which sends nothing but GET. All of its methods that write over REST end in `request`; only
 * the library's own renewal of a login does not
 */
export function readsOnly(connection: Connection): Connection {
  const request = connection.request.bind(connection);
  connection.request = (input, options) => {
    if (typeof input === "string" || input.method === "GET") return request(input, options);
    throw new Error(`This page only reads the org: ${input.method} is not sent.`);
  };
  return connection;
}
