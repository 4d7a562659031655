/** Ids of the tree views, as package.json has them. */
export const runsViewId = 'pairsmith.runs';
export const failuresViewId = 'pairsmith.failures';
