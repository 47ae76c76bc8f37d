export const reportSections = ['title', 'summary', 'inventory', 'mapping', 'timeline', 'gantt', 'costs', 'accounts', 'assumptions'] as const;

/** What each paper holds when nobody chooses; the council's leaves out what only the project needs. */
export const sectionsOfKind: Readonly<Record<'plan' | 'council', readonly (typeof reportSections)[number][]>> = {
  plan: reportSections,
  council: ['title', 'summary', 'timeline', 'gantt', 'costs', 'assumptions'],
};
