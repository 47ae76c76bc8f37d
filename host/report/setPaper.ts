import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Locale } from '../../core/i18n/keys.ts';
import type { PaperDrawing, SetPaper } from '../../core/ports/planWriters.ts';
import type { PlanReport } from '../../core/report/planReport.ts';
import { coveredCharacters, drawableText } from './coveredText.ts';
import { svgPages } from './svgPages.ts';
import { layOutPaper, type PaperKind, type PaperSection } from './layOutPaper.ts';

export type PaperChoice = {
  readonly locale: Locale;
  readonly kind?: PaperKind | undefined;
  /** All sections of the kind when absent. */
  readonly sections?: readonly PaperSection[] | undefined;
};

/** Where the templates and the fonts stand; a packaged program has them elsewhere than a checkout. */
export type PrintAssets = { readonly templateDirectory: string; readonly fontFiles: readonly string[] };

export class PrintError extends Error {
  readonly diagnostics: readonly string[];
  constructor(diagnostics: readonly string[]) {
    super(`the document could not be set: ${diagnostics.join('; ')}`);
    this.name = 'PrintError';
    this.diagnostics = diagnostics;
  }
}

export function checkoutAssets(): PrintAssets {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/source-sans-3/package.json'));
  return {
    templateDirectory: fileURLToPath(new URL('../../templates/report/', import.meta.url)),
    fontFiles: ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'].map((style) => join(fonts, style, `SourceSans3_${style}.ttf`)),
  };
}

export type PaperSetter = (report: PlanReport, choice: PaperChoice) => SetPaper;

/** Kept from paper to paper: the fonts are read once and what did not change is not set again. */
export function createPaperSetter(assets: PrintAssets = checkoutAssets()): PaperSetter {
  let warm: { readonly compiler: NodeCompiler; readonly isCovered: (codePoint: number) => boolean } | null = null;

  const start = () => {
    if (warm !== null) return warm;
    const fonts = assets.fontFiles.map((file) => readFileSync(file));
    // Its library has 50 MB: it is loaded for the first print, not at every start.
    const library = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler') as typeof import('@myriaddreamin/typst-ts-node-compiler');
    const compiler = library.NodeCompiler.create({ workspace: assets.templateDirectory, fontArgs: [{ fontBlobs: fonts }] });
    for (const file of readdirSync(assets.templateDirectory)) {
      if (file.endsWith('.typ')) compiler.addSource(join(assets.templateDirectory, file), readFileSync(join(assets.templateDirectory, file), 'utf8'));
    }
    const covers = fonts.map(coveredCharacters);
    warm = { compiler, isCovered: (codePoint) => covers.every((cover) => cover(codePoint)) };
    return warm;
  };

  return (report, { locale, kind = 'plan', sections }) => {
    const { compiler, isCovered } = start();
    const paper = layOutPaper(report, { locale, kind, sections });
    const text = JSON.stringify(paper, (_key, value: unknown) => (typeof value === 'string' ? drawableText(value, isCovered, '?') : value));
    compiler.mapShadow(join(assets.templateDirectory, 'data.json'), Buffer.from(text));
    const result = compiler.compile({ mainFilePath: join(assets.templateDirectory, 'plan.typ'), resetRead: true });
    const document = result.result;
    if (document === null) throw new PrintError(diagnosticsOf(compiler, result));
    const headings = compiler.query(document, { selector: '<headings>', field: 'value' }) as SetPaper['headings'][];
    // Two generations are kept: the one just set, and the one before it, which a changed locale or section comes back to.
    compiler.evictCache(2);
    const pages = document.numOfPages;
    let drawn: readonly PaperDrawing[] | null = null;
    return {
      pages,
      headings: headings[0] ?? [],
      draw() {
        drawn ??= svgPages(compiler.plainSvg(document));
        if (drawn.length !== pages) throw new PrintError([`${drawn.length} of ${pages} pages were found in the drawing`]);
        return drawn;
      },
      pdf: (standard) => new Uint8Array(compiler.pdf(document, { pdfStandard: standard, creationTimestamp: Date.parse(`${report.today}T00:00:00Z`) / 1000 })),
    };
  };
}

function diagnosticsOf(compiler: NodeCompiler, result: ReturnType<NodeCompiler['compile']>): string[] {
  const error = result.takeDiagnostics();
  if (error === null) return ['unknown'];
  return compiler.fetchDiagnostics(error).map((diagnostic: unknown) => JSON.stringify(diagnostic));
}
