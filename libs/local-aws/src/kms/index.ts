export { authorizeKeyUse } from './key.ts';
