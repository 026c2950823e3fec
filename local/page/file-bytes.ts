import type { Connection } from "@salesforce/core";
import type { QuerySource } from "../../checklist/index.ts";

interface FileRow {
  readonly Id: string;
  readonly VersionData: string;
}

/** @returns the source, but for a file's bytes: REST answers their address, and the tab gets them in base64 from Apex */
export const withFileBytes = (source: QuerySource, connection: Connection): QuerySource => ({
  runQueries: async (requests) =>
    Promise.all(
      (await source.runQueries(requests)).map(async (reply) => {
        if (reply.name !== "kept-run-file" || !("rows" in reply)) return reply;
        const rows = (reply.rows as FileRow[]).map(async (row) => ({
          ...row,
          VersionData: await base64(connection, row.Id)
        }));
        return { ...reply, rows: await Promise.all(rows) };
      })
    )
});

async function base64(connection: Connection, fileId: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  const stream = connection.sobject("ContentVersion").record(fileId).blob("VersionData");
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString("base64");
}
