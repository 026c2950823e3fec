import assert from "node:assert/strict";
import { test } from "node:test";
import fastify from "fastify";
import { addApex, type ApexMethods } from "./apex.ts";

const METHODS: ApexMethods = {
  "Probe.echo": (params) => Promise.resolve(params),
  "Probe.refuse": () => Promise.reject(new Error("You may not."))
};

const CALLS = [
  { name: "a method answers with its value", method: "Probe.echo", reply: { state: "SUCCESS", returnValue: { a: 1 } } },
  {
    name: "a method that throws answers with its message",
    method: "Probe.refuse",
    reply: { state: "ERROR", error: { message: "You may not." } }
  },
  {
    name: "an unknown method is named",
    method: "Probe.other",
    reply: { state: "ERROR", error: { message: "There is no Apex method Probe.other." } }
  },
  {
    name: "what every object has is no method",
    method: "constructor",
    reply: { state: "ERROR", error: { message: "There is no Apex method constructor." } }
  }
];

for (const { name, method, reply } of CALLS)
  test(`${name}, with HTTP 200`, async () => {
    const server = fastify();
    addApex(server, () => Promise.resolve(METHODS));
    const response = await server.inject({ method: "POST", url: `/apex/${method}`, payload: { a: 1 } });
    assert.equal(response.statusCode, 200);
    assert.deepEqual(response.json(), reply);
  });

test("the scenario of the address is the one that answers", async () => {
  const server = fastify();
  addApex(server, (scenario) => Promise.resolve({ "Probe.where": () => Promise.resolve(scenario) }));
  const response = await server.inject({ method: "POST", url: "/apex/Probe.where?scenario=large" });
  assert.deepEqual(response.json(), { state: "SUCCESS", returnValue: "large" });
});
