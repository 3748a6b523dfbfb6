export { frozenNow, frozenZone, scenarioNames, type Cells, type Scenario, type ScenarioName } from './scenario.ts';
export { scenarios, widgetTags, type WidgetTag } from './scenarios.ts';
export { stage, type Staged } from './stage.ts';
