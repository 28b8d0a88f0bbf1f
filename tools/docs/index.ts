export { command, detectionsDocument } from './detections-document.ts';
export { readmeFacts, simulatedArguments } from './readme-facts.ts';
export { updatedReadme } from './readme.ts';
