import { testApiUserQuestion } from "../../testing/api-user-table.ts";
import { apiUserRoles } from "./api-user-roles.ts";

testApiUserQuestion(apiUserRoles);
