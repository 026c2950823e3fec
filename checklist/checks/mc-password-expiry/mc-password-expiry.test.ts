import { testConfirmedCheck } from "../../testing/confirm-table.ts";
import { mcPasswordExpiry } from "./mc-password-expiry.ts";

testConfirmedCheck(mcPasswordExpiry, "confirm/look", []);
