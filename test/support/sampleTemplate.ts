import type { SourceId } from '../../core/domain/ids.ts';
import type { PhaseKind, PlanTemplate } from '../../core/domain/schedule/timeline/planTemplate.ts';

const local = (de: string, en: string, fr: string) => ({ de, en, fr });
export const sampleSource = 'sample-source' as SourceId;

export const sampleTemplate: PlanTemplate = {
  id: 'sample',
  name: local('Beispielvorlage', 'Sample template', 'Modèle d’exemple'),
  summary: local(
    'Erst Bürosoftware und Post, zuletzt das Arbeitsplatzsystem.',
    'Office suite and mail first, the desktop system last.',
    'D’abord la bureautique et la messagerie, en dernier le poste de travail.',
  ),
  country: 'DE',
  region: 'SH',
  currency: 'EUR',
  sources: [sampleSource],
  tracks: [],
  precedences: [],
  replacements: {},
  resources: [],
  assumptions: [],
  gates: (['office', 'mail', 'files'] as const).map((track) => ({
    track,
    after: 'pilot' as PhaseKind,
    name: local('Freigabe nach dem Pilotbetrieb', 'Go-ahead after the pilot', 'Feu vert après le pilote'),
    evidence: [
      local(
        'Lasttest mit der anderthalbfachen Spitzenlast bestanden',
        'Load test at one and a half times peak load passed',
        'Test de charge à une fois et demie la pointe réussi',
      ),
      local('Zustimmung des Personalrats liegt vor', 'The staff council has agreed', 'Accord du comité social obtenu'),
      local('Rückweg erprobt, Dauer unter vier Stunden', 'Way back tried, under four hours', 'Retour arrière essayé, moins de quatre heures'),
    ],
    reason: {
      value: local('Ausfälle ohne vorherigen Lasttest', 'Outages without an earlier load test', 'Pannes sans test de charge préalable'),
      source: sampleSource,
      date: '2025-09',
      confidence: 'A' as const,
    },
  })),
};
