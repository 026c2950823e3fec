import { testConfirmedCheck } from "../../testing/confirm-table.ts";
import { mcLoginInactivity } from "./mc-login-inactivity.ts";

testConfirmedCheck(mcLoginInactivity, "confirm/look", []);
