export { FixtureError } from './errors.ts';
export { stageNames } from './fixture-schema.ts';
export type { Expectation, Via } from './fixture-schema.ts';
export { findFixture, loadFixtures } from './load-fixtures.ts';
export type { Fixture } from './load-fixtures.ts';
