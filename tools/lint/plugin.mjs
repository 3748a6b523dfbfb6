// The project's own oxlint rules.
import { layers } from './layers.mjs';
import { logicalCss } from './logical-css.mjs';
import { templates } from './templates.mjs';

/** @typedef {Parameters<import('oxlint/plugins-dev').RuleTester['run']>[1]} Rule */

export default { meta: { name: 'clientele' }, rules: { layers, templates, 'logical-css': logicalCss } };
