export * from './errors.js';
export type { OnProgress, Progress } from './progress.js';
export { exportToFile, exportToStream } from './export/export-file.js';
export type { Exported } from './export/export-lines.js';
export type { LogToExport } from './export/log-to-export.js';
export {
  FORMAT_VERSION,
  RECORD,
  type ExportedKey,
  type ExportEnd,
  type ExportStart,
} from './export/export-format.js';
export { checkExport, type CheckedExport } from './import/check-export.js';
export { importLog, type Imported, type LogToImport } from './import/import-log.js';
export { KEY_MEMBER, type BackupManifest } from './backup/backup-format.js';
export { writeBackup, type BackedUp, type BackupOptions } from './backup/write-backup.js';
export { readBackup, type SoundBackup } from './restore/read-backup.js';
export { restoreBackup, type Restored, type RestoreOptions } from './restore/restore-backup.js';
