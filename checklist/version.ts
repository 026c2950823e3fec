/** The version of MCC Health that judged: package.json's, which the test holds it to. */
export const VERSION = "0.1.0";
