/** View type of the review editor, and id of the side panel, as package.json has them. */
export const reviewType = 'pairsmith.review';
export const panelId = 'pairsmith.panel';
