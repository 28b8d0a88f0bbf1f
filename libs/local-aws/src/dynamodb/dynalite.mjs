// What dynalite, which has no types, exports; its types are beside it.
export { default } from 'dynalite';
