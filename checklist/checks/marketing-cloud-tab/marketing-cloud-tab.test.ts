import { testConfirmedCheck } from "../../testing/confirm-table.ts";
import { marketingCloudTab } from "./marketing-cloud-tab.ts";

testConfirmedCheck(marketingCloudTab, "confirm/look", []);
