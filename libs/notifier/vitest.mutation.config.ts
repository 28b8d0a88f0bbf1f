/**
 * Vitest settings for mutation testing, whose sandbox is a copy of this project alone: the tests
 * beside the code that is mutated.
 */
export default { test: { include: ['src/{alert,detections}/**/*.test.ts'] } };
