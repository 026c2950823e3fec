import type { QuerySource } from "../../checklist/index.ts";
import { restText, type RestConnection } from "../../command-line/evidence/rest-query.ts";

interface FileRow {
  readonly Id: string;
  readonly VersionData: string;
}

const SECONDS = 30;

/** @returns the source, with a file's bytes in base64 as from Apex, in place of the address that REST answers */
export const withFileBytes = (source: QuerySource, connection: RestConnection): QuerySource => ({
  runQueries: async (requests) =>
    Promise.all(
      (await source.runQueries(requests)).map(async (reply) => {
        if (reply.name !== "saved-run-file" || !("rows" in reply)) return reply;
        const rows = (reply.rows as FileRow[]).map(async (row) => ({
          ...row,
          VersionData: await base64(connection, row.Id)
        }));
        return { ...reply, rows: await Promise.all(rows) };
      })
    )
});

/** Reports are text. jsforce's own stream of a file's bytes ends the process when the org answers with an error. */
async function base64(connection: RestConnection, fileId: string): Promise<string> {
  const url = `/sobjects/ContentVersion/${encodeURIComponent(fileId)}/VersionData`;
  return Buffer.from(await restText(connection, url, SECONDS)).toString("base64");
}
