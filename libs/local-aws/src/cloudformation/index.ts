export { loadAssembly, loadStacks, type SynthesizedStack } from './assembly.ts';
export { TemplateError } from './errors.ts';
export { arnIn, partitionOf, type Place } from './place.ts';
export { deployStack, resourcesOf, type Stack } from './stack.ts';
export { parseTemplate, type Template } from './template.ts';
