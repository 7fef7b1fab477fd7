/** Which page of a tab a request for something other than a page belongs to. */
import type { Observation } from './observation.ts';
import type { PageRecord, VisitRecord } from './visit.ts';
import { addPage, shownPage } from './visit-pages.ts';

/** Documents kept for a page: its own and its frames'. */
const DOCUMENTS = 100;

export type RequestOrigin = Pick<
  Observation,
  'documentId' | 'parentDocumentId' | 'top' | 'ahead' | 'pageOrigin' | 'pageAddress' | 'at'
>;

/** The page, if it is known already. Cheap: it is asked in the request listeners. */
export function findPage(visit: VisitRecord, request: RequestOrigin): PageRecord | null {
  const { documentId, parentDocumentId } = request;
  for (const document of [documentId, parentDocumentId]) {
    if (document === null) continue;
    const page = visit.pages.find(({ documents }) => documents.includes(document));
    if (page !== undefined) return page;
  }
  return pageDocument(request) === null ? pageWithoutDocuments(visit, request) : null;
}

/**
 * The page that a request belongs to, which from now on is known by the request's document.
 * Where none fits (the extension was installed on an open tab, a service worker made the page) one begins.
 */
export function placeRequest(visit: VisitRecord, request: RequestOrigin): PageRecord | null {
  const known = findPage(visit, request);
  if (known !== null) {
    learn(known, request.documentId);
    // Its document still works: only the address had changed.
    if (known.id === visit.shown && known.documents[0] === request.documentId) known.movedAt = null;
    return known;
  }
  const document = pageDocument(request);
  const page = (document === null ? null : unnamedPage(visit, request)) ?? begin(visit, request);
  if (page === null) return null;
  learn(page, document);
  learn(page, request.documentId);
  return page;
}

/** The name of the page's own document, where the request tells it. */
function pageDocument({ top, documentId, parentDocumentId }: RequestOrigin): string | null {
  if (!top) return null;
  return documentId ?? parentDocumentId;
}

function learn(page: PageRecord, document: string | null): void {
  if (document === null || page.documents.includes(document) || page.documents.length >= DOCUMENTS) return;
  page.documents.push(document);
}

/** A page whose document has made no request yet. One on its way makes none: its document is not there. */
function unnamedPage(
  visit: VisitRecord,
  { pageOrigin, pageAddress, ahead }: RequestOrigin,
): PageRecord | null {
  const candidates = [shownPage(visit), ...visit.pages].filter(
    (page): page is PageRecord =>
      page !== null &&
      page.documents.length === 0 &&
      page.committed !== ahead &&
      (pageOrigin === null || page.origin === pageOrigin),
  );
  return (
    candidates.find((page) => pageAddress !== null && page.addresses.includes(pageAddress)) ??
    candidates[0] ??
    null
  );
}

function begin(visit: VisitRecord, { pageOrigin, pageAddress, ahead, at }: RequestOrigin): PageRecord | null {
  if (pageOrigin === null || ahead) return null;
  const shown = shownPage(visit);
  const moved = shown !== null && shown.movedAt !== null && shown.origin === pageOrigin ? shown : null;
  const address = pageAddress ?? moved?.addresses.at(-1);
  const page = addPage(visit, {
    requestId: null,
    origin: pageOrigin,
    addresses: address === undefined ? [] : [address],
    documents: [],
    startedAt: at,
    committed: true,
    shownAgainAt: moved?.movedAt ?? null,
    movedAt: null,
  });
  if (moved !== null) {
    // Another document is at the address that the shown page seemed to have moved to.
    moved.addresses = moved.addresses.slice(0, -1);
    moved.movedAt = null;
    visit.shown = page.id;
  }
  visit.shown ??= page.id;
  return page;
}

/** A frame of which nothing is known, or a browser that does not name documents. */
function pageWithoutDocuments(
  visit: VisitRecord,
  { pageOrigin, pageAddress, ahead }: RequestOrigin,
): PageRecord | null {
  const candidates = [shownPage(visit), ...visit.pages].filter(
    (page): page is PageRecord =>
      page !== null && page.committed !== ahead && (pageOrigin === null || page.origin === pageOrigin),
  );
  return (
    candidates.find((page) => pageAddress !== null && page.addresses.includes(pageAddress)) ??
    candidates[0] ??
    null
  );
}
