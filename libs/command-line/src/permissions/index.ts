export { runPermissionsCommand } from './permissions-command.ts';
