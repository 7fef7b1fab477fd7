import { describe, expect, it } from 'vitest';
import { addressMark } from '../../../extension/background/address.ts';
import { placeRequest, type RequestOrigin } from '../../../extension/background/page-of-request.ts';
import { emptyVisit, type VisitRecord } from '../../../extension/background/visit.ts';
import { arrive, commit, pageAt, shownPage } from '../../../extension/background/visit-pages.ts';

const A = 'https://a.example';
const B = 'https://b.example';

function load(visit: VisitRecord, requestId: string, url: string, shown = true): void {
  const { origin } = new URL(url);
  const address = addressMark(url);
  arrive(visit, { requestId, origin, address, at: 1 });
  if (shown) commit(visit, { origin, address, sameDocument: false, at: 2 });
}

/** A request as Chromium tells of it; Firefox tells of the page's address too. */
function request(details: Partial<RequestOrigin> = {}): RequestOrigin {
  return {
    documentId: 'document-1',
    parentDocumentId: null,
    top: true,
    ahead: false,
    pageOrigin: A,
    pageAddress: null,
    at: 3,
    ...details,
  };
}

describe('a request', () => {
  it('of the old page belongs to it, while and after the next one of the same site comes', () => {
    const visit = emptyVisit(false);
    load(visit, 'request-1', `${A}/`);
    expect(placeRequest(visit, request())?.requestId).toBe('request-1');
    load(visit, 'request-2', `${A}/`, false);
    expect(placeRequest(visit, request())?.requestId).toBe('request-1');
    load(visit, 'request-2', `${A}/`);
    expect(placeRequest(visit, request({ documentId: 'document-2' }))?.requestId).toBe('request-2');
    expect(placeRequest(visit, request())?.requestId).toBe('request-1');
  });

  it('does not belong to a page on its way', () => {
    const visit = emptyVisit(false);
    load(visit, 'request-1', `${A}/`);
    load(visit, 'request-2', `${A}/`, false);
    expect(placeRequest(visit, request())?.requestId).toBe('request-1');
  });

  it('of a page loaded ahead belongs to that page', () => {
    const visit = emptyVisit(false);
    load(visit, 'request-1', `${A}/`);
    load(visit, 'ahead', `${A}/ahead`, false);
    expect(placeRequest(visit, request({ documentId: 'early', ahead: true }))?.requestId).toBe('ahead');
  });

  it('of a frame of a page loaded ahead belongs to that page, not to the one that is shown', () => {
    const visit = emptyVisit(false);
    load(visit, 'request-1', `${A}/`);
    load(visit, 'ahead', `${A}/ahead`, false);
    const frame = request({ documentId: 'inner', parentDocumentId: 'unknown', top: false, ahead: true });
    expect(placeRequest(visit, { ...frame, pageOrigin: null })?.requestId).toBe('ahead');
    expect(placeRequest(emptyVisit(false), { ...frame, pageOrigin: null })).toBeNull();
  });

  it('of a frame, and of a frame in it, belongs to the page', () => {
    const visit = emptyVisit(false);
    load(visit, 'request-1', `${A}/`);
    const frame = { top: false, pageOrigin: null };
    const navigation = { documentId: null, parentDocumentId: 'document-1' };
    expect(placeRequest(visit, request({ ...navigation, pageOrigin: null }))?.requestId).toBe('request-1');
    const inFrame = request({ ...frame, documentId: 'frame', parentDocumentId: 'document-1' });
    expect(placeRequest(visit, inFrame)?.requestId).toBe('request-1');
    load(visit, 'request-2', `${B}/`);
    const inner = request({ ...frame, documentId: 'inner', parentDocumentId: 'frame' });
    expect(placeRequest(visit, inner)?.requestId).toBe('request-1');
  });

  it('begins a page where the extension came later than the page', () => {
    const visit = emptyVisit(false);
    expect(placeRequest(visit, request())).toMatchObject({ requestId: null, origin: A });
    expect(pageAt(visit, A, addressMark(`${A}/`))?.documents).toEqual(['document-1']);
  });

  it('shows that a page of the same site was made by a worker', () => {
    const visit = emptyVisit(false);
    load(visit, 'request-1', `${A}/`);
    placeRequest(visit, request());
    const made = addressMark(`${A}/made`);
    commit(visit, { origin: A, address: made, sameDocument: null, at: 4 });
    expect(shownPage(visit)?.requestId).toBe('request-1');
    placeRequest(visit, request({ documentId: 'document-2' }));
    expect(shownPage(visit)).toMatchObject({ requestId: null, documents: ['document-2'], shownAgainAt: 4 });
    expect(pageAt(visit, A, addressMark(`${A}/`))?.requestId).toBe('request-1');
  });

  it('shows that a script had only changed the address', () => {
    const visit = emptyVisit(false);
    load(visit, 'request-1', `${A}/`);
    placeRequest(visit, request());
    commit(visit, { origin: A, address: addressMark(`${A}/next`), sameDocument: null, at: 4 });
    placeRequest(visit, request());
    expect(shownPage(visit)).toMatchObject({ requestId: 'request-1', movedAt: null });
  });

  it('without a document belongs to the page of its address, else of its site', () => {
    const visit = emptyVisit(false);
    load(visit, 'request-1', `${A}/one`);
    load(visit, 'request-2', `${A}/two`);
    const old = { documentId: null };
    expect(placeRequest(visit, request({ ...old, pageAddress: addressMark(`${A}/one`) }))?.requestId).toBe(
      'request-1',
    );
    expect(placeRequest(visit, request(old))?.requestId).toBe('request-2');
    expect(placeRequest(visit, request({ ...old, pageOrigin: B }))).toMatchObject({ origin: B });
  });
});
