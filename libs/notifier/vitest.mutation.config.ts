/**
 * Vitest settings for mutation testing, whose sandbox is a copy of this project alone: the tests
 * beside the code that is mutated, in one module graph, for they share no state. The test of the
 * catalogue touches every mutant and reads every fixture, so it stays out.
 */
export default {
  test: {
    include: ['src/{alert,detections}/**/*.test.ts'],
    exclude: ['src/detections/catalogue.test.ts'],
    isolate: false,
    pool: 'threads',
  },
};
