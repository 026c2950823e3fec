import { candidateUsers } from "./candidate-users.ts";
import { connectorConfiguration } from "./connector-configuration.ts";
import { connectorUsers } from "./connector-users.ts";
import { mappedUsers } from "./mapped-users.ts";
import { peopleByUsername } from "./people-by-username.ts";
import { systemSetHolders } from "./system-set-holders.ts";
import { trackingWriters } from "./tracking-writers.ts";

/** What tells who the people are; people can be asked about when these are answered. */
export const PEOPLE_QUERIES = [
  connectorConfiguration,
  mappedUsers,
  candidateUsers,
  systemSetHolders,
  trackingWriters,
  peopleByUsername,
  connectorUsers
];
