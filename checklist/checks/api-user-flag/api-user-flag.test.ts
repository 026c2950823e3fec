import { testApiUserQuestion } from "../../testing/api-user-table.ts";
import { apiUserFlag } from "./api-user-flag.ts";

testApiUserQuestion(apiUserFlag);
