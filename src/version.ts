/** The version of this action. A test compares it to package.json's. */
export const version = "1.1.0";
