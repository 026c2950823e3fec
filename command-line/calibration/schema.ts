import { z } from "zod";
import {
  IP_RELAXATION_POLICIES,
  PERIODS,
  POLICY_CHANGES,
  REFRESH_TOKEN_POLICIES,
  type Calibration
} from "../../checklist/index.ts";
import { EDITIONS, NAMESPACES } from "./question.ts";

const DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day like 2026-05-04 is needed");
const API_VERSION = z.string().regex(/^\d{2,3}\.0$/, "an API version like 66.0 is needed");
const LANGUAGE = z.string().regex(/^([a-z]{2,3}(_[A-Za-z]{2,4})?|other)$/, "a language like en_US is needed");
const TEXT = z.string().min(1).max(400);
const CODE = z.string().regex(/^[A-Za-z_]\w{0,59}$/, "an error code is needed");
const POLICY = z.enum(REFRESH_TOKEN_POLICIES);
const RELAXATION = z.enum(IP_RELAXATION_POLICIES);

const attempt = <Answer extends z.ZodType>(answer: Answer) =>
  z.union([z.strictObject({ answer }), z.strictObject({ open: TEXT }), z.strictObject({ error: CODE })]);

const BY_HAND = attempt(z.never());

/** What `sf mcc calibrate` tells of an org: of nobody and nowhere. */
export const BLOCK = z.strictObject({
  format: z.literal("mcc-calibration"),
  version: z.literal(1),
  /** Of an org that only looks like one, on the person's own machine: it proves nothing. */
  demonstration: z.boolean(),
  on: DAY,
  apiVersion: API_VERSION,
  language: LANGUAGE,
  org: attempt(z.strictObject({ edition: z.enum(EDITIONS), sandbox: z.boolean() })),
  packageVersion: attempt(z.string().regex(/^\d{1,5}\.\d{1,5}$/)),
  answers: z.strictObject({
    "refresh-token-values": attempt(
      z.strictObject({ policy: POLICY.nullable(), inactivity: z.boolean(), period: z.int().nullable() })
    ),
    "app-name": attempt(
      z.strictObject({
        apps: z.array(z.strictObject({ name: TEXT, whole: z.boolean(), isTheApp: z.boolean() })),
        namespace: z.enum(NAMESPACES).nullable()
      })
    ),
    "user-mode": BY_HAND,
    "hidden-rows": attempt(
      z.strictObject({
        permissions: z.record(CODE, z.boolean()),
        queries: z.record(z.string().regex(/^[a-z-]{1,60}$/), CODE)
      })
    ),
    "audit-trail-entries": attempt(
      z.strictObject({ entries: z.int().positive(), newestIsAsSetupShows: z.boolean().nullable() })
    ),
    "audit-trail-wording": attempt(
      z.strictObject({
        sentences: z.array(
          z.strictObject({ action: z.enum(POLICY_CHANGES), text: TEXT.includes("{app}"), to: RELAXATION.nullable() })
        ),
        leftOut: z.int().nonnegative()
      })
    ),
    "app-date": attempt(z.strictObject({ changed: z.enum(["with", "before", "after"]) })),
    "permitted-users-twice": attempt(z.strictObject({ connectedApplication: z.boolean(), appMenuItem: z.boolean() })),
    "group-access": attempt(z.strictObject({ profiles: z.boolean(), sets: z.boolean(), groups: z.boolean() })),
    attaching: attempt(
      z.strictObject({ attached: z.boolean(), shown: z.boolean(), detached: z.boolean(), refusal: CODE.nullable() })
    ),
    "system-administrator-names": attempt(z.strictObject({ name: TEXT })),
    "connector-username": attempt(z.strictObject({ isEmail: z.boolean(), isOfAUser: z.boolean() })),
    "connector-fields": attempt(z.record(CODE, z.boolean())),
    "results-words": BY_HAND,
    "marketing-cloud-script": BY_HAND,
    "connection-fields": BY_HAND,
    "sandbox-date": BY_HAND,
    "what-a-gap-stops": BY_HAND,
    "hidden-permissions": BY_HAND,
    "sign-in-factors": BY_HAND,
    "external-client-app": BY_HAND,
    "marketing-cloud-settings": BY_HAND,
    "setup-addresses": BY_HAND,
    "package-build": BY_HAND
  })
});
export type Block = z.infer<typeof BLOCK>;

const HOW = z.discriminatedUnion("how", [
  z.strictObject({ how: z.literal("documented") }),
  z.strictObject({ how: z.literal("published list") }),
  z.strictObject({ how: z.literal("published code") }),
  z.strictObject({ how: z.literal("general knowledge") }),
  z.strictObject({ how: z.literal("observed"), on: DAY, apiVersion: API_VERSION })
]);
const known = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.union(HOW.options.map((how) => z.strictObject({ ...shape, ...how.shape })));

/** What `checklist/calibration/table.ts` holds. */
export const TABLES = z.strictObject({
  refreshToken: z.array(known({ policy: POLICY, inactivity: z.boolean(), period: z.enum([...PERIODS, "any"]) })),
  appNames: z.tuple([known({ name: TEXT })], known({ name: TEXT })),
  ipRelaxations: z.array(known({ value: RELAXATION, language: LANGUAGE, label: TEXT })),
  policyChanges: z.array(
    known({ action: z.enum(POLICY_CHANGES), language: LANGUAGE, text: TEXT, to: RELAXATION.exactOptional() })
  ),
  attaching: z.array(known({ works: z.boolean() })),
  systemAdministrators: z.array(known({ language: LANGUAGE, name: TEXT }))
}) satisfies z.ZodType<Calibration>;
