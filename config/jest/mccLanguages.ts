// What the build makes of the messages, for tests that run on the sources.
import { BASE_LANGUAGE, languages as all } from "../../build/catalogue.ts";

export const languages = all().filter((language) => language !== BASE_LANGUAGE);
