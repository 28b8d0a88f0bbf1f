export { help } from './options.ts';
