import { renderCsv } from './exports/csv.ts';
import { renderCtrf } from './exports/ctrf.ts';
import { renderJunit } from './exports/junit.ts';
import { renderSummary } from './exports/summary-markdown.ts';
import { evidenceFiles } from './html/evidence/evidence-files.ts';
import { type PageView, renderHtml } from './html/page.ts';
import { serializeResult } from './result/json.ts';
import type { Result } from './result/model.ts';
import { resultJsonSchema } from './result/result-json-schema.ts';

/** A file of a report: its name, below the report's folder, and its text. */
export interface View {
  readonly name: string;
  readonly text: string;
}

/**
 * Every view of a result, the page first, and the evidence that the page does not show whole. All
 * follow from what is given: the same result gives the same bytes.
 */
export function viewsOf(result: Result, page: PageView = {}): readonly View[] {
  return [
    { name: 'checklist.html', text: renderHtml(result, page) },
    { name: 'checklist.json', text: serializeResult(result) },
    { name: 'checklist.schema.json', text: resultJsonSchema() },
    { name: 'checklist.csv', text: renderCsv(result) },
    { name: 'summary.md', text: renderSummary(result) },
    { name: 'junit.xml', text: renderJunit(result) },
    { name: 'ctrf.json', text: renderCtrf(result) },
    ...evidenceFiles(result),
  ];
}
