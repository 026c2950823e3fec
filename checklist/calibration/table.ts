import type { Calibration } from "./known.ts";

/**
 * What the checks believe of the platform beyond what it tells: one fact to a line, and how it is known.
 * `sf mcc calibrate --from` adds what was observed (docs/calibration.md): JSON between the equals sign and the end.
 */
export const CALIBRATION: Calibration = {
  "refreshToken": [
    { "policy": "expire-if-not-used", "inactivity": true, "period": "any", "how": "documented" },
    { "policy": "expire-after", "inactivity": false, "period": "positive", "how": "documented" }
  ],
  "appNames": [
    { "name": "Salesforce Marketing Cloud", "how": "documented" }
  ],
  "ipRelaxations": [
    { "value": "relax", "language": "en_US", "label": "Relax IP restrictions", "how": "documented" },
    { "value": "enforce", "language": "en_US", "label": "Enforce IP restrictions", "how": "documented" },
    { "value": "relax-activated-devices", "language": "en_US", "label": "Relax IP restrictions for activated devices", "how": "documented" },
    { "value": "relax-activated-devices", "language": "en_US", "label": "Relax IP restrictions with second factor", "how": "documented" },
    { "value": "enforce-relax-refresh", "language": "en_US", "label": "Enforce IP restrictions, but relax for refresh tokens", "how": "documented" }
  ],
  "policyChanges": [
    { "action": "changeIpRelaxationPolicy", "language": "en_US", "text": "Changed connected app {app} IP relaxation setting from {from} to {to}", "how": "general knowledge" },
    { "action": "changeUserRuntimeAccessPolicy", "language": "en_US", "text": "Changed connected app {app} Permitted Users setting from {from} to {to}", "how": "general knowledge" }
  ],
  "attaching": [],
  "systemAdministrators": [
    { "language": "en_US", "name": "System Administrator", "how": "documented" },
    { "language": "de", "name": "Systemadministrator", "how": "general knowledge" },
    { "language": "sv", "name": "Systemadministratör", "how": "general knowledge" },
    { "language": "fr", "name": "Administrateur système", "how": "general knowledge" },
    { "language": "es", "name": "Administrador del sistema", "how": "general knowledge" },
    { "language": "pt_BR", "name": "Administrador do sistema", "how": "general knowledge" },
    { "language": "it", "name": "Amministratore del sistema", "how": "general knowledge" },
    { "language": "nl_NL", "name": "Systeembeheerder", "how": "general knowledge" },
    { "language": "ru", "name": "Системный администратор", "how": "general knowledge" },
    { "language": "ja", "name": "システム管理者", "how": "general knowledge" },
    { "language": "ko", "name": "시스템 관리자", "how": "general knowledge" },
    { "language": "zh_CN", "name": "系统管理员", "how": "general knowledge" },
    { "language": "zh_TW", "name": "系統管理員", "how": "general knowledge" },
    { "language": "th", "name": "ผู้ดูแลระบบ", "how": "general knowledge" }
  ]
};
