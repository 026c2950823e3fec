import { testConfirmedCheck } from "../../testing/confirm-table.ts";
import { mcIpAllowlist } from "./mc-ip-allowlist.ts";

testConfirmedCheck(mcIpAllowlist, "confirm/look", []);
