import { testApiUserQuestion } from "../../testing/api-user-table.ts";
import { apiUserIntegrated } from "./api-user-integrated.ts";

testApiUserQuestion(apiUserIntegrated);
