import XMLBuilder from "fast-xml-builder";
import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import { ask, type MarketingCloudSession } from "./connect.ts";
import { MarketingCloudError } from "./marketing-cloud-error.ts";

/** What is asked of an object of the SOAP API: the rows in which one property is the value. */
export interface Retrieve {
  readonly object: string;
  readonly properties: readonly string[];
  readonly where: readonly [property: string, value: string];
}

/** A row as XML has it: texts, and rows inside of rows. What is nil is not there. */
export type SoapRow = Readonly<Record<string, unknown>>;

/** A user has few rows: more pages than this are an answer that does not end. */
const MOST_PAGES = 50;

// Values stay texts: a user named 0012345 is not the number 12345.
const parser = new XMLParser({
  parseTagValue: false,
  removeNSPrefix: true,
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  isArray: (name, path) => name === "Results" || (name === "Role" && String(path).endsWith("Roles.Role"))
});
const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: "@", suppressBooleanAttributes: false });

const ENVELOPE = z.object({
  Envelope: z.object({
    Body: z.object({
      Fault: z.object({ faultstring: z.unknown() }).optional(),
      RetrieveResponseMsg: z
        .object({
          OverallStatus: z.string(),
          RequestID: z.string().optional(),
          Results: z.array(z.record(z.string(), z.unknown())).optional()
        })
        .optional()
    })
  })
});

/**
 * Reads all rows, of every business unit that the session may see.
 * Source: Marketing Cloud API, "Retrieve", "RetrieveRequest"; answers as SFMC-SDK has recorded them (docs/sources.md).
 * @throws {MarketingCloudError} Marketing Cloud refused, or its answer is not whole
 */
export async function retrieve(
  session: MarketingCloudSession,
  { object, properties, where }: Retrieve
): Promise<SoapRow[]> {
  const [Property, Value] = where;
  const first = {
    ObjectType: object,
    Properties: [...properties],
    Filter: {
      "@xsi:type": "SimpleFilterPart",
      "@xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      Property,
      SimpleOperator: "equals",
      Value
    },
    QueryAllAccounts: "true"
  };
  const rows: SoapRow[] = [];
  let request: object = first;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { OverallStatus, RequestID, Results = [] } = await askPage(session, request);
    rows.push(...Results.map(withoutNil));
    if (OverallStatus === "OK") return rows;
    if (OverallStatus !== "MoreDataAvailable" || !RequestID) throw refusal(session, OverallStatus);
    request = { ObjectType: object, ContinueRequest: RequestID };
  }
  throw new MarketingCloudError("not-readable", "too many pages");
}

async function askPage(session: MarketingCloudSession, request: object) {
  const { soapUrl, token } = session;
  const xml = builder.build({
    "s:Envelope": {
      "@xmlns:s": "http://schemas.xmlsoap.org/soap/envelope/",
      "s:Header": { fueloauth: { "@xmlns": "http://exacttarget.com", "#text": token } },
      "s:Body": {
        RetrieveRequestMsg: { "@xmlns": "http://exacttarget.com/wsdl/partnerAPI", RetrieveRequest: request }
      }
    }
  });
  const headers = { SOAPAction: "Retrieve", "Content-Type": "text/xml; charset=utf-8" };
  const { status, body } = await ask(soapUrl, { method: "POST", headers, body: xml });
  const read = ENVELOPE.safeParse(parsed(body));
  const { Fault, RetrieveResponseMsg } = read.data?.Envelope.Body ?? {};
  if (Fault) throw refusal(session, String(Fault.faultstring));
  if (status !== 200 || !RetrieveResponseMsg)
    throw new MarketingCloudError("not-readable", `HTTP ${String(status)} from ${new URL(soapUrl).pathname}`);
  return RetrieveResponseMsg;
}

/** @returns undefined for what is no XML, or not whole: the parser itself takes half an envelope */
function parsed(xml: string): unknown {
  if (!/<\/(?:[\w-]+:)?Envelope>\s*$/.test(xml)) return undefined;
  try {
    return parser.parse(xml);
  } catch {
    return undefined;
  }
}

/** Marketing Cloud's own words: of objects, rights and tokens that ran out. What was sent is taken out where it repeats it. */
const refusal = ({ token }: MarketingCloudSession, said: string): MarketingCloudError =>
  new MarketingCloudError(
    /permission|privilege|denied|not authorized|insufficient/i.test(said) ? "rights" : "said",
    said.replaceAll(token, "…").slice(0, 200)
  );

/** @returns the row without what `xsi:nil` says is not there, and without other attributes */
function withoutNil(row: SoapRow): SoapRow {
  const entries = Object.entries(row).flatMap(([name, value]): [string, unknown][] => {
    if (name.startsWith("@") || isNil(value)) return [];
    if (Array.isArray(value)) return [[name, value.map((each: unknown) => (isRow(each) ? withoutNil(each) : each))]];
    return [[name, isRow(value) ? withoutNil(value) : value]];
  });
  return Object.fromEntries(entries);
}

const isRow = (value: unknown): value is SoapRow => typeof value === "object" && value !== null;
const isNil = (value: unknown): boolean => isRow(value) && value["@nil"] === "true";
