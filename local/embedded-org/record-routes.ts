import type { FastifyInstance, FastifyRequest } from "fastify";
import { describeGlobal, describeObject } from "./describe.ts";
import { bytesOf } from "./files.ts";
import type { Queries } from "./queries.ts";
import { isRecordId } from "./record-id.ts";
import { RestError } from "./rest-error.ts";
import type { Scenario } from "./scenario.ts";
import type { ObjectType } from "./schema.ts";
import type { Writes } from "./writes.ts";

interface Options {
  readonly scenario: Scenario;
  readonly queries: Queries;
  readonly writes: Writes;
}

type Request = FastifyRequest<{ Params: { version: string; object: string; id: string; field: string } }>;

const SOBJECTS = "/services/data/:version/sobjects";

/** Serves objects and their rows. Source: REST API Developer Guide, "sObject Basic Information", "sObject Rows". */
export function addRecordRoutes(api: FastifyInstance, { scenario, queries, writes }: Options): void {
  const address = ({ params }: Request): string => `/services/data/${params.version}`;

  api.get(SOBJECTS, (request: Request) => describeGlobal(scenario, address(request)));
  api.get(`${SOBJECTS}/:object/describe`, (request: Request) =>
    describeObject(objectOf(scenario, request.params.object), scenario, address(request))
  );
  api.get(`${SOBJECTS}/:object/:id`, (request: Request) => rowOf(request));
  api.get(`${SOBJECTS}/:object/:id/:field`, (request: Request, reply) => {
    rowOf(request);
    const { object, id, field: name } = request.params;
    const field = objectOf(scenario, object).field(name);
    if (field?.type !== "base64") throw new RestError("NOT_FOUND");
    return reply.type("application/octet-stream").send(bytesOf(scenario.store.find(id)?.values[field.name]));
  });
  api.post(`${SOBJECTS}/:object`, (request: Request, reply) => {
    const id = writes.create(objectOf(scenario, request.params.object), request.body);
    return reply.code(201).send({ id, success: true, errors: [] });
  });
  api.patch(`${SOBJECTS}/:object/:id`, (request: Request, reply) => {
    writes.update(objectOf(scenario, request.params.object), request.params.id, request.body);
    return reply.code(204).send();
  });
  api.delete(`${SOBJECTS}/:object/:id`, (request: Request, reply) => {
    writes.remove(objectOf(scenario, request.params.object), request.params.id);
    return reply.code(204).send();
  });

  function rowOf(request: Request): unknown {
    const { name, fields } = objectOf(scenario, request.params.object);
    const { id } = request.params;
    if (!isRecordId(id))
      throw new RestError("NOT_FOUND", "Provided external ID field does not exist or is not accessible");
    const selected = fields.map((field) => field.name).join(", ");
    const query = queries.ask(`SELECT ${selected} FROM ${name} WHERE Id = '${id}'`, address(request));
    if (query.unavailable !== undefined) throw new RestError(query.unavailable);
    const [record] = query.page().records;
    if (!record) throw new RestError("NOT_FOUND");
    return record;
  }
}

/** @throws {RestError} the org has no such object, or hides it */
export function objectOf({ schema, unavailable }: Scenario, name: string): ObjectType {
  const type = schema.objectType(name);
  if (!type) throw new RestError("NOT_FOUND");
  const code = unavailable.get(type.name);
  if (code !== undefined) throw new RestError(code);
  return type;
}
