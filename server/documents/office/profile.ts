/**
 * LibreOffice's settings, read before it opens anything: no macros, nothing fetched for a document, no way out if it
 * tried, and what a file leaves open (paper size, decimal sign) as in Vietnam.
 */
type Setting = readonly [path: string, name: string, value: string | number | boolean];

const settings: readonly Setting[] = [
  ["Office.Common/Security/Scripting", "MacroSecurityLevel", 3],
  ["Office.Common/Security/Scripting", "DisableMacrosExecution", true],
  ["Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", true],
  ["Inet/Settings", "ooInetProxyType", 2],
  ["Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"],
  ["Inet/Settings", "ooInetHTTPProxyPort", 9],
  ["Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"],
  ["Inet/Settings", "ooInetHTTPSProxyPort", 9],
  ["Setup/L10N", "ooSetupSystemLocale", "vi"],
];

/** The content of `user/registrymodifications.xcu`. */
export const profile = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<oor:items xmlns:oor="http://openoffice.org/2001/registry">',
  ...settings.map(
    ([path, name, value]) =>
      `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  ),
  "</oor:items>",
  "",
].join("\n");
