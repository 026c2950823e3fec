import { testConfirmedCheck } from "../../testing/confirm-table.ts";
import { scopeByUser } from "./scope-by-user.ts";

testConfirmedCheck(scopeByUser, "confirm/look", []);
